import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OutcomeDto } from '../../../../contract/lists.ts';
import { useFormat } from '../../../wording/use-format.ts';
import { lossParts, totalLoss } from './losses.ts';

interface Props {
  outcome: OutcomeDto;
  isBusy: boolean;
  onTakeBack: () => void;
}

/** How it ended, who said so and when, and what it cost. */
export function OutcomeFacts({ outcome, isBusy, onTakeBack }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const cause = causeOf(outcome);
  const who = outcome.by ?? t(`lists.order.by.${cause}`);
  return (
    <BlockStack gap="100">
      <Text as="p" fontWeight="semibold">
        {t(`lists.order.outcome.${cause === 'cancel' ? 'cancelled' : outcome.kind}`)}
      </Text>
      <Text as="p" tone="subdued">
        {t('lists.order.when', { when: format.dateTime(outcome.at), who })}
      </Text>
      {outcome.note !== null && <Text as="p">{outcome.note}</Text>}
      {outcome.loss !== null && <Loss loss={outcome.loss} />}
      {(cause === 'staff' || cause === 'report') && (
        <div>
          <Button variant="plain" loading={isBusy} onClick={onTakeBack}>
            {t('lists.order.takeBack')}
          </Button>
        </div>
      )}
    </BlockStack>
  );
}

/**
 * Who told: a person; else a carrier's report, or Shopify by a dispute or by a cancellation as fraud.
 * What Shopify told cannot be taken back here.
 */
function causeOf({ kind, by }: OutcomeDto): 'staff' | 'report' | 'cancel' | 'shopify' {
  if (kind === 'dispute') return 'shopify';
  if (by !== null) return 'staff';
  return kind === 'fraud' ? 'cancel' : 'report';
}

function Loss({ loss }: { loss: NonNullable<OutcomeDto['loss']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const yen = (amount: number) => format.money({ amount, currency: 'JPY' });
  const parts = lossParts
    .filter((part) => loss[part] > 0)
    .map((part) => t('common.of', { label: t(`lists.return.${part}`), value: yen(loss[part]) }));
  return (
    <Text as="p">
      {t('common.withDetail', {
        value: t('lists.order.loss', { amount: yen(totalLoss(loss)) }),
        detail: parts.join(t('common.separator')),
      })}
    </Text>
  );
}
