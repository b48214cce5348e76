import { Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../../../contract/orders.ts';
import { useEndSnooze } from '../../queries/use-case-changes.ts';
import { useFormat } from '../../wording/use-format.ts';
import { useListToasts } from '../lists/use-list-toasts.ts';

/** Checks that are not looked at for this buyer, until when, and the way back. */
export function CaseSnoozes({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const toasts = useListToasts();
  const ending = useEndSnooze(order.id);
  const end = (id: string, name: string) =>
    ending
      .mutateAsync(id)
      .then(() => toasts.say(t('queue.card.snoozeEnded', { name })), toasts.fail);
  return (
    <ul className="plain-list">
      {order.snoozes.map(({ id, signal, until, by, note }) => {
        // A check that a newer version dropped has no name any more.
        const name = order.signals.find((known) => known.id === signal)?.name ?? signal;
        return (
          <li key={id}>
            <InlineStack gap="200" align="space-between" blockAlign="center">
              <Text as="p">
                {t('queue.card.snoozeUntil', { name, until: format.date(until), by })}
              </Text>
              <Button
                size="slim"
                disabled={ending.isPending}
                accessibilityLabel={t('queue.card.snoozeEndOf', { name })}
                onClick={() => void end(id, name)}
              >
                {t('queue.card.snoozeEnd')}
              </Button>
            </InlineStack>
            {note !== null && (
              <Text as="p" variant="bodySm" tone="subdued">
                {note}
              </Text>
            )}
          </li>
        );
      })}
    </ul>
  );
}
