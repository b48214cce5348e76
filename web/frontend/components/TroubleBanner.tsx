import { Banner } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CheckoutStatus } from '../../contract/checkout-status.ts';
import { useStatus } from '../queries/use-status.ts';

/** A finding that was repaired since is told on the settings page only. */
function isCheckoutWell({ payment, validation, check, deployedAt }: CheckoutStatus): boolean {
  const well = ['off', 'pending', 'active'];
  if (!well.includes(payment.state) || !well.includes(validation.state)) return false;
  const lasting = check?.findings.filter(
    ({ what }) => !['gone', 'changed', 'extra'].includes(what),
  );
  const isRepaired = check === null || (deployedAt ?? '') > check.at;
  return isRepaired ? (lasting ?? []).length === 0 : check.findings.length === 0;
}

/** Work that did not get done, at the foot of the first page: told, without pushing today's work away. */
export function TroubleBanner() {
  const { t } = useTranslation();
  const status = useStatus().data;
  if (status === undefined) return null;
  const away = status.delayed.shopAway;
  const lines = [
    status.hasToken || away?.why === 'no-token' ? '' : t('today.troubleToken'),
    away === null ? '' : t(`away.${away.why}`),
    status.delayed.count === 0 ? '' : t('today.troubleDelayed', { n: status.delayed.count }),
    status.queue.failed === 0 ? '' : t('today.troubleFailed', { n: status.queue.failed }),
    status.missingScopes.length === 0 ? '' : t('today.troubleScopes'),
    status.breakerTrippedAt === null ? '' : t('today.troubleBreaker'),
    status.openDataRequests === 0 ? '' : t('today.troublePrivacy', { n: status.openDataRequests }),
    isCheckoutWell(status.deployment.checkout) ? '' : t('today.troubleCheckout'),
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
