import { BlockStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AlertsStatus } from '../../../../contract/alerts.ts';
import { useFormat } from '../../../wording/use-format.ts';

/** What did not go out, and why; nothing to tell, nothing shown. */
export function AlertFailures({ alerts: { waiting, failed } }: { alerts: AlertsStatus }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (waiting === 0 && failed.length === 0) return null;
  return (
    <BlockStack gap="200">
      {waiting > 0 && <Text as="p">{t('settings.alerts.waiting', { n: waiting })}</Text>}
      {failed.length > 0 && (
        <Text as="h3" variant="headingSm">
          {t('settings.alerts.failed')}
        </Text>
      )}
      <ul className="plain-list">
        {failed.map(({ id, kind, channel, order, at, problem }) => (
          <li key={`${id}/${channel}`}>
            <Text as="p">
              {[format.dateTime(at), t(`settings.alerts.${channel}`)].join(t('common.dot'))}{' '}
              {order !== null && <Link url={`/orders/${order.id}`}>{order.name}</Link>}
            </Text>
            <Text as="p" variant="bodySm" tone="subdued">
              {t(`settings.alerts.kind.${kind}`)}
              {t('common.dot')}
              {t(`alertProblem.${problem ?? 'connection'}`)}
            </Text>
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}
