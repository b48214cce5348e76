import { Banner } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../queries/use-status.ts';

/** Work that did not get done, at the foot of the first page: told, without pushing today's work away. */
export function TroubleBanner() {
  const { t } = useTranslation();
  const status = useStatus().data;
  if (status === undefined) return null;
  const lines = [
    status.hasToken ? '' : t('today.troubleToken'),
    status.queue.failed === 0 ? '' : t('today.troubleFailed', { n: status.queue.failed }),
    status.missingScopes.length === 0 ? '' : t('today.troubleScopes'),
  ].filter((line) => line !== '');
  if (lines.length === 0) return null;
  return (
    <Banner
      tone="warning"
      title={t('today.troubleTitle')}
      action={{ content: t('today.troubleAction'), url: '/settings#status' }}
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Banner>
  );
}
