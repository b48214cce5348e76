import { useTranslation } from 'react-i18next';
import type { ListEntryDto } from '../../../../contract/lists.ts';
import { useFormat } from '../../../wording/use-format.ts';

/** 「11月22日(日) 14:05に例示さんが注文 #1032 から登録」 */
export function useAddedSentence(): (entry: ListEntryDto) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ addedAt, addedBy, order }) => {
    const when = format.dateTime(addedAt);
    if (addedBy.kind === 'import') return t('lists.match.addedImport', { when });
    if (addedBy.kind === 'app') return t('lists.match.addedApp', { when });
    const who = addedBy.name ?? t('lists.addedBy.staffUnknown');
    return order === null
      ? t('lists.match.added', { when, who })
      : t('lists.match.addedFrom', { when, who, name: order.name });
  };
}
