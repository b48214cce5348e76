import { BlockStack, Button, ButtonGroup, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../app-bridge.ts';
import { useSplit } from '../../queries/use-case-changes.ts';
import { ActionProblem } from '../ActionProblem.tsx';
import { Dialog } from '../lists/Dialog.tsx';

interface Props {
  caseId: string;
  order: { id: string; name: string };
  onClose: () => void;
}

/** Asked first: after it, two people may work on what was one case. */
export function SplitDialog({ caseId, order, onClose }: Props) {
  const { t } = useTranslation();
  const splitting = useSplit();
  const { name } = order;
  const go = () =>
    splitting.mutate(
      { id: caseId, orderId: order.id },
      {
        onSuccess: () => {
          showToast(t('queue.card.splitDone', { name }));
          onClose();
        },
      },
    );
  return (
    <Dialog title={t('queue.card.splitTitle', { name })} onClose={onClose}>
      <BlockStack gap="400">
        <Text as="p">{t('queue.card.splitBody')}</Text>
        {splitting.error !== null && <ActionProblem error={splitting.error} />}
        <ButtonGroup>
          <Button variant="primary" loading={splitting.isPending} onClick={go}>
            {t('queue.card.splitGo')}
          </Button>
          <Button onClick={onClose}>{t('queue.card.no')}</Button>
        </ButtonGroup>
      </BlockStack>
    </Dialog>
  );
}
