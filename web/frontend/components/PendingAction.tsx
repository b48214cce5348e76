import { Button, InlineStack, Spinner, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ActionDto } from '../../contract/orders.ts';
import { canUndo, pendingSentence } from '../wording/pending-action.ts';
import { usePendingText } from '../wording/use-pending-text.ts';
import type { OrderButtons } from './use-order-buttons.ts';

interface Props {
  action: ActionDto;
  now: Date;
  buttons: OrderButtons;
}

/** 「8秒後にキャンセルします［取り消す］」, for whoever missed the toast. */
export function PendingAction({ action, now, buttons }: Props) {
  const { t } = useTranslation();
  const text = usePendingText();
  const isOpen = canUndo(action, now);
  return (
    <div className="pending">
      <InlineStack gap="200" blockAlign="center" align="space-between">
        <InlineStack gap="200" blockAlign="center">
          {!isOpen && <Spinner size="small" accessibilityLabel={t('common.loading')} />}
          <Text as="p" fontWeight="medium">
            {text(pendingSentence(action, now), action.kind)}
          </Text>
        </InlineStack>
        {isOpen && (
          <Button loading={buttons.running === 'undo'} onClick={() => buttons.undo(action.id)}>
            {t('common.undo')}
          </Button>
        )}
      </InlineStack>
    </div>
  );
}
