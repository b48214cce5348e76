import { BlockStack, Page } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { ListAnswer, ListEntryDto } from '../../contract/lists.ts';
import type { MeAnswer } from '../../contract/today.ts';
import { LoadingPage } from '../components/LoadingPage.tsx';
import { EntryDialog } from '../components/lists/EntryDialog.tsx';
import { ListsCard } from '../components/lists/ListsCard.tsx';
import {
  type ListsFilter,
  readListsFilter,
  writeListsFilter,
} from '../components/lists/lists-url.ts';
import { useExport } from '../components/lists/use-export.ts';
import { whoOf } from '../components/lists/who.ts';
import { ProblemPage } from '../components/ProblemPage.tsx';
import { useLists } from '../queries/use-lists.ts';
import { useMe } from '../queries/use-me.ts';

/** Who do we remember, and why? */
export function ListsPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const filter = readListsFilter(params);
  const setFilter = (next: ListsFilter) =>
    setParams((now) => writeListsFilter(now, next), { replace: true, preventScrollReset: true });
  const me = useMe();
  const lists = useLists(filter);
  const pages = lists.data?.pages;
  if (pages?.[0] !== undefined && me.data !== undefined) {
    return <Lists pages={pages} me={me.data} filter={filter} setFilter={setFilter} lists={lists} />;
  }
  const error = lists.error ?? me.error;
  if (error === null) return <LoadingPage title={t('lists.title')} />;
  const retry = () => void Promise.all([lists.refetch(), me.refetch()]);
  return <ProblemPage title={t('lists.title')} error={error} onRetry={retry} />;
}

interface Props {
  pages: readonly ListAnswer[];
  me: MeAnswer;
  filter: ListsFilter;
  setFilter: (filter: ListsFilter) => void;
  lists: ReturnType<typeof useLists>;
}

function Lists({ pages, me, filter, setFilter, lists }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const exporting = useExport(filter);
  const [edited, setEdited] = useState<ListEntryDto | 'new' | null>(null);
  const show = (entry: ListEntryDto) => {
    setEdited(null);
    setFilter({ kind: entry.kind, q: whoOf(entry.identity) });
  };
  return (
    <Page
      title={t('lists.title')}
      fullWidth
      primaryAction={{ content: t('lists.add'), onAction: () => setEdited('new') }}
      secondaryActions={[
        { content: t('lists.import'), onAction: () => void navigate('/lists/import') },
        {
          content: t(exporting.isRunning ? 'lists.exporting' : 'lists.export'),
          disabled: exporting.isRunning || !me.may.settings,
          onAction: exporting.run,
        },
        { content: t('lists.returns'), onAction: () => void navigate('/returns') },
      ]}
    >
      <BlockStack gap="400">
        <ListsCard
          pages={pages}
          lists={lists}
          filter={filter}
          setFilter={setFilter}
          mayChangeMany={me.may.settings}
          onEdit={setEdited}
        />
      </BlockStack>
      {edited !== null && (
        <EntryDialog
          entry={edited === 'new' ? null : edited}
          kind={filter.kind ?? 'fraud'}
          onClose={() => setEdited(null)}
          onShow={show}
        />
      )}
    </Page>
  );
}
