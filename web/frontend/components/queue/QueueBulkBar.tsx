import { Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { mostChosen } from './selection.ts';
import type { useQueueWork } from './use-queue-work.ts';

interface Props {
  work: ReturnType<typeof useQueueWork>;
  mayCancel: boolean;
}

const plain = ['assign', 'release', 'approve'] as const;

/** What can be done with the chosen cases at once. */
export function QueueBulkBar({ work, mayCancel }: Props) {
  const { t } = useTranslation();
  const { isBusy, choice } = work;
  const { chosen } = choice;
  const orders = [...chosen.values()].reduce((sum, row) => sum + row.orders, 0);
  return (
    <section className="case-bar" aria-label={t('queue.bulk.label')}>
      <InlineStack gap="200" blockAlign="center">
        <div role="status">
          <Text as="p" fontWeight="medium">
            {t('queue.chosen', { n: chosen.size, orders })}
          </Text>
        </div>
        {plain.map((what) => (
          <Button key={what} disabled={isBusy} onClick={() => work.ask(what, null)}>
            {t(`queue.bulk.${what}`)}
          </Button>
        ))}
        <Button
          tone="critical"
          disabled={isBusy || !mayCancel}
          onClick={() => work.ask('cancel', null)}
        >
          {t('queue.bulk.cancel')}
        </Button>
        <Button variant="tertiary" onClick={choice.clear}>
          {t('queue.chooseNone')}
        </Button>
      </InlineStack>
      {!mayCancel && (
        <Text as="p" variant="bodySm" tone="subdued">
          {t('queue.bulk.mayNotCancel')}
        </Text>
      )}
      {chosen.size >= mostChosen && (
        <Text as="p" variant="bodySm">
          {t('queue.bulk.most', { n: mostChosen })}
        </Text>
      )}
    </section>
  );
}
