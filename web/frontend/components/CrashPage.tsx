import { Banner, Page } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** What stands where a page broke: what happened, and what to do. */
export function CrashPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('problem.crashTitle')}>
      <Banner
        tone="critical"
        action={{ content: t('common.reload'), onAction: () => location.reload() }}
      >
        <p>{t('problem.crashBody')}</p>
      </Banner>
    </Page>
  );
}
