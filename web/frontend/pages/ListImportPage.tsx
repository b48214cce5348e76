import { BlockStack, Page } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import type { ListImportDto } from '../../contract/list-imports.ts';
import { ApiError } from '../api-error.ts';
import { LoadingPage } from '../components/LoadingPage.tsx';
import { ImportDone } from '../components/lists/import/ImportDone.tsx';
import { ImportPreview } from '../components/lists/import/ImportPreview.tsx';
import { ImportProgress } from '../components/lists/import/ImportProgress.tsx';
import { ImportStart } from '../components/lists/import/ImportStart.tsx';
import { RecentImports } from '../components/lists/import/RecentImports.tsx';
import { ProblemPage } from '../components/ProblemPage.tsx';
import { useListImport } from '../queries/use-list-import.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

/** From a file to the list: what would happen, that it happens, and the way back. */
export function ListImportPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const title = t('lists.importer.title');
  const found = useListImport(id);
  if (id !== '' && found.data === undefined) {
    const { error } = found;
    if (error === null) return <LoadingPage title={title} />;
    if (error instanceof ApiError && error.code === 'not_found') return <NotFoundPage />;
    return <ProblemPage title={title} error={error} onRetry={() => void found.refetch()} />;
  }
  return (
    <Page
      title={title}
      subtitle={t('lists.importer.about')}
      backAction={{ content: t('lists.title'), onAction: () => void navigate('/lists') }}
    >
      <BlockStack gap="400">
        {id === '' || found.data === undefined ? (
          <>
            <ImportStart onSent={(sent) => void navigate(`/lists/import/${sent.id}`)} />
            <RecentImports />
          </>
        ) : (
          <Step key={id} now={found.data} />
        )}
      </BlockStack>
    </Page>
  );
}

/** The address names the import, so that a reload finds it where it is. */
function Step({ now }: { now: ListImportDto }) {
  switch (now.state) {
    case 'checking':
    case 'importing':
    case 'removing':
      return <ImportProgress now={now} state={now.state} />;
    case 'ready':
      return <ImportPreview key={JSON.stringify(now.settings)} now={now} />;
    case 'done':
    case 'removed':
    case 'failed':
      return <ImportDone now={now} state={now.state} />;
  }
}
