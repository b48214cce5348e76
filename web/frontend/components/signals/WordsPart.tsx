import { useTranslation } from 'react-i18next';
import type { SignalsAnswer } from '../../../contract/signals.ts';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { Disclosure } from './Disclosure.tsx';
import { Part } from './Part.tsx';
import { ResaleEditor } from './ResaleEditor.tsx';
import { useSignalWords } from './use-signal-words.ts';
import type { SignalsView } from './use-signals-view.ts';
import { WordEditor } from './WordEditor.tsx';

interface Props {
  answer: SignalsAnswer;
  form: SettingsDraft;
  view: SignalsView;
}

const lists = ['forwarders', 'shortStay', 'hotels', 'resaleGoods', 'urgent', 'freeMail'] as const;

/** The words that signals look for: the app's, and the shop's own. */
export function WordsPart({ answer, form, view }: Props) {
  const { t } = useTranslation();
  const { number } = useSignalWords();
  return (
    <Part id="words" title={t('signals.wordsTitle')} about={t('signals.wordsAbout')}>
      {lists.map((list) => {
        const builtIn = answer.builtInWords[list] ?? [];
        const own = number(form.draft.judgement.words[list].length);
        const isRefused = form.errorAt(`judgement.words.${list}`) !== undefined;
        return (
          <Disclosure
            key={list}
            id={`words-${list}`}
            title={t(`signals.words.${list}`)}
            detail={t('signals.wordsCount', { own, builtIn: number(builtIn.length) })}
            isOpen={isRefused || view.isOpen(`words:${list}`)}
            onToggle={(isOpen) => view.setOpen(`words:${list}`, isOpen)}
          >
            {list === 'resaleGoods' ? (
              <ResaleEditor builtIn={builtIn} form={form} />
            ) : (
              <WordEditor list={list} builtIn={builtIn} form={form} />
            )}
          </Disclosure>
        );
      })}
    </Part>
  );
}
