import { Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useSearchText } from '../../wording/use-search-text.ts';
import type { ListsFilter } from './lists-url.ts';

interface Props {
  filter: ListsFilter;
  onChange: (filter: ListsFilter) => void;
  /** Null: not known yet. */
  found: number | null;
  hasMore: boolean;
}

/** Finds whole e-mails, phones, names and addresses, however they are spelled; the box says so. */
export function EntrySearch({ filter, onChange, found, hasMore }: Props) {
  const { t } = useTranslation();
  const search = useSearchText(filter.q, (q) => onChange({ ...filter, q }));
  const isTold = filter.q.trim() !== '' && found !== null && found > 0;
  return (
    <>
      <TextField
        label={t('lists.search')}
        helpText={t('lists.searchHelp')}
        type="search"
        value={search.text}
        maxLength={300}
        autoComplete="off"
        clearButton
        onClearButtonClick={() => search.change('')}
        onChange={search.change}
      />
      <div role="status">
        {isTold && (
          <Text as="p">{t(hasMore ? 'lists.foundMore' : 'lists.found', { n: found })}</Text>
        )}
      </div>
    </>
  );
}
