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
  const who = outcome.by ?? t('lists.order.byReport');
  return (
    <BlockStack gap="100">
      <Text as="p" fontWeight="semibold">
        {t(`lists.order.outcome.${outcome.kind}`)}
      </Text>
      <Text as="p" tone="subdued">
        {t('lists.order.when', { when: format.dateTime(outcome.at), who })}
      </Text>
      {outcome.note !== null && <Text as="p">{outcome.note}</Text>}
      {outcome.loss !== null && <Loss loss={outcome.loss} />}
      {/* A dispute is Shopify's word; nobody here can take it back. */}
      {outcome.kind !== 'dispute' && (
        <div>
          <Button variant="plain" loading={isBusy} onClick={onTakeBack}>
            {t('lists.order.takeBack')}
          </Button>
        </div>
      )}
    </BlockStack>
  );
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
