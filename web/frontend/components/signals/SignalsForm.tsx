import './signals.css';
import { Banner, BlockStack, Page, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/settings.ts';
import type { SignalsAnswer } from '../../../contract/signals.ts';
import type { MeAnswer } from '../../../contract/today.ts';
import { SaveBar } from '../settings/SaveBar.tsx';
import { SaveProblem } from '../settings/SaveProblem.tsx';
import { useSettingsDraft } from '../settings/use-settings-draft.ts';
import { BinsPart } from './BinsPart.tsx';
import { EffectPanel } from './EffectPanel.tsx';
import { PresetPart } from './PresetPart.tsx';
import { SignalList } from './SignalList.tsx';
import { useEffectPreview } from './use-effect-preview.ts';
import type { SignalsView } from './use-signals-view.ts';
import { WordsPart } from './WordsPart.tsx';

interface Props {
  saved: Settings;
  me: MeAnswer;
  answer: SignalsAnswer;
  view: SignalsView;
}

const parts = ['preset', 'list', 'words', 'bins'] as const;

/** The judgement in every detail; nothing is kept until it is saved, and its effect is seen before. */
export function SignalsForm({ saved, me, answer, view }: Props) {
  const { t } = useTranslation();
  const form = useSettingsDraft(saved, me.may.settings);
  const effect = useEffectPreview(form, answer.signals);
  return (
    <Page
      title={t('signals.title')}
      backAction={{ content: t('signals.back'), url: '/settings#judgement' }}
    >
      <SaveBar form={form} />
      <div className="signals-page">
        <div className="signals-main">
          <BlockStack gap="400">
            {!me.may.settings && (
              <Banner tone="info">
                <p>{t('settings.readOnly')}</p>
              </Banner>
            )}
            <SaveProblem form={form} shown={[/^judgement\./]} />
            <div className="line">
              <Text as="p">{t('signals.about')}</Text>
              <nav aria-label={t('signals.jump')} className="jump-links">
                {parts.map((part) => (
                  <a key={part} href={`#${part}`}>
                    {t(`signals.${part}Title`)}
                  </a>
                ))}
              </nav>
            </div>
            <PresetPart signals={answer.signals} form={form} />
            <SignalList answer={answer} form={form} view={view} />
            <WordsPart answer={answer} form={form} view={view} />
            <BinsPart form={form} />
          </BlockStack>
        </div>
        <EffectPanel effect={effect} />
      </div>
    </Page>
  );
}
