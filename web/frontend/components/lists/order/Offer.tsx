import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../../../../contract/orders.ts';
import { useListProposal } from '../../../queries/use-list-proposal.ts';
import { isWorthOffering, mayOffer } from './offer-rule.ts';

/** Shown by itself once something happened to the order that is worth remembering. */
export function Offer({ order, onOpen }: { order: OrderDetail; onOpen: () => void }) {
  const { t } = useTranslation();
  const isAsked = mayOffer(order);
  const proposal = useListProposal(order.id, isAsked).data;
  if (!isAsked || proposal === undefined || !isWorthOffering(proposal)) return null;
  return (
    <div className="action">
      <div className="pending" role="status">
        <BlockStack gap="150">
          <Text as="p" fontWeight="semibold">
            {t('lists.order.offerTitle')}
          </Text>
          <Text as="p">{t(`lists.order.offerBody.${proposal.kind}`)}</Text>
          <div>
            <Button variant="primary" onClick={onOpen}>
              {t('lists.order.offerOpen')}
            </Button>
          </div>
        </BlockStack>
      </div>
    </div>
  );
}
