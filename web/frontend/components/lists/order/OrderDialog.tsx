import { BlockStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../../../../contract/orders.ts';
import { Dialog } from '../Dialog.tsx';
import { ProposalStep } from './ProposalStep.tsx';
import { ReturnForm } from './ReturnForm.tsx';
import { useOutcomeRecord } from './use-outcome-record.ts';

/** `return`: the outcome first, then the list; `list`: the list alone. */
export type OrderDialogKind = 'return' | 'list';

interface Props {
  order: OrderDetail;
  kind: OrderDialogKind;
  onClose: () => void;
}

/** A parcel that came back, and whether its buyer is remembered: two steps of one dialog. */
export function OrderDialog({ order, kind, onClose }: Props) {
  const { t } = useTranslation();
  const record = useOutcomeRecord(order.id);
  const [isSaved, setSaved] = useState(false);
  if (kind === 'return' && !isSaved) {
    return (
      <Dialog title={t('lists.return.title')} onClose={onClose}>
        <ReturnForm
          recording={record.recording}
          onSave={(outcome) => record.save(outcome, () => setSaved(true))}
          onClose={onClose}
        />
      </Dialog>
    );
  }
  return (
    <Dialog key="list" title={t('lists.proposal.title')} onClose={onClose}>
      <BlockStack gap="400">
        {isSaved && (
          <div role="status">
            <Text as="p">{t('lists.return.next')}</Text>
          </div>
        )}
        <ProposalStep
          orderId={order.id}
          cancel={t(isSaved ? 'lists.return.skip' : 'lists.form.cancel')}
          onClose={onClose}
        />
      </BlockStack>
    </Dialog>
  );
}
