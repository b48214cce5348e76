import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListAnswer, ListEntryDto } from '../../../contract/lists.ts';
import type { useLists } from '../../queries/use-lists.ts';
import { ProblemBanner } from '../ProblemBanner.tsx';
import { BulkBar, BulkLeft } from './BulkBar.tsx';
import { EntrySearch } from './EntrySearch.tsx';
import { EntryTable } from './EntryTable.tsx';
import { KindNav } from './KindNav.tsx';
import { ListsEmpty } from './ListsEmpty.tsx';
import type { ListsFilter } from './lists-url.ts';
import { useBulk } from './use-bulk.ts';
import { useEntryChanges } from './use-entry-changes.ts';
import './lists.css';

interface Props {
  pages: readonly ListAnswer[];
  lists: ReturnType<typeof useLists>;
  filter: ListsFilter;
  setFilter: (filter: ListsFilter) => void;
  mayChangeMany: boolean;
  onEdit: (entry: ListEntryDto) => void;
}

const nobody: ReadonlySet<string> = new Set();

/** The kinds, the search, and the entries that fit both. */
export function ListsCard({ pages, lists, filter, setFilter, mayChangeMany, onEdit }: Props) {
  const { t } = useTranslation();
  const changes = useEntryChanges();
  const bulk = useBulk(changes);
  const [chosen, setChosen] = useState(nobody);
  const entries = pages.flatMap((page) => page.entries);
  // What has gone from the list meanwhile is not chosen any more.
  const selected = new Set(entries.map(({ id }) => id).filter((id) => chosen.has(id)));
  const narrow = (next: ListsFilter) => {
    setChosen(nobody);
    setFilter(next);
  };
  return (
    <BlockStack gap="400">
      {lists.error !== null && (
        <ProblemBanner error={lists.error} onRetry={() => void lists.refetch()} />
      )}
      <BulkLeft bulk={bulk} />
      <Card padding="0">
        {pages[0] !== undefined && (
          <KindNav
            chosen={filter.kind}
            counts={pages[0].counts}
            onChoose={(kind) => narrow({ ...filter, kind })}
          />
        )}
        <div className="lists-head">
          <Text as="p">
            {t(filter.kind === null ? 'lists.about' : `lists.kindAbout.${filter.kind}`)}
          </Text>
          <EntrySearch
            filter={filter}
            onChange={narrow}
            found={lists.isPlaceholderData ? null : entries.length}
            hasMore={lists.hasNextPage}
          />
        </div>
        {selected.size > 0 && (
          <BulkBar
            ids={[...selected]}
            bulk={bulk}
            isBusy={changes.isBusy}
            isAllowed={mayChangeMany}
            onDone={() => setChosen(nobody)}
          />
        )}
        {entries.length > 0 ? (
          <EntryTable
            entries={entries}
            selected={selected}
            onSelect={setChosen}
            isStale={lists.isPlaceholderData}
            isBusy={changes.isBusy}
            onEdit={onEdit}
            onRemove={changes.remove}
          />
        ) : (
          <ListsEmpty filter={filter} onClear={() => narrow({ ...filter, q: '' })} />
        )}
      </Card>
      {lists.hasNextPage && (
        <InlineStack align="center">
          <Button loading={lists.isFetchingNextPage} onClick={() => void lists.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}
