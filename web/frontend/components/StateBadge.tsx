import { Badge } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderSummary } from '../../contract/orders.ts';
import { stateBadge } from '../wording/order-badges.ts';

/** Where the order stands in this app. */
export function StateBadge({ order }: { order: OrderSummary }) {
  const { t } = useTranslation();
  const { key, tone } = stateBadge(order);
  return (
    <Badge {...(tone && { tone })} toneAndProgressLabelOverride={t('state.label')}>
      {t(key)}
    </Badge>
  );
}
