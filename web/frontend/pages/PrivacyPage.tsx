import { BlockStack, Page } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { LoadingPage } from '../components/LoadingPage.tsx';
import { ProblemPage } from '../components/ProblemPage.tsx';
import { AccessCard } from '../components/privacy/AccessCard.tsx';
import { PrivacyRequests } from '../components/privacy/PrivacyRequests.tsx';
import { RetentionCard } from '../components/privacy/RetentionCard.tsx';
import { useMe } from '../queries/use-me.ts';
import { usePrivacy } from '../queries/use-privacy.ts';

/** What do we hold on customers, who asked for it, and who looked at it? */
export function PrivacyPage() {
  const { t } = useTranslation();
  const me = useMe();
  const privacy = usePrivacy();
  if (privacy.data !== undefined && me.data !== undefined) {
    const mayChange = me.data.may.settings;
    return (
      <Page
        title={t('privacy.title')}
        subtitle={t('privacy.about')}
        backAction={{ content: t('nav.settings'), url: '/settings' }}
      >
        <BlockStack gap="400">
          <PrivacyRequests requests={privacy.data.requests} mayChange={mayChange} />
          <RetentionCard page={privacy.data} />
          <AccessCard isAllowed={mayChange} />
        </BlockStack>
      </Page>
    );
  }
  const error = privacy.error ?? me.error;
  if (error === null) return <LoadingPage title={t('privacy.title')} />;
  const retry = () => void Promise.all([me.refetch(), privacy.refetch()]);
  return <ProblemPage title={t('privacy.title')} error={error} onRetry={retry} />;
}
