import { Badge, InlineStack } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { BulkRun } from '../../../contract/queue.ts';
import { AppLink } from '../AppLink.tsx';
import { Fold } from '../Fold.tsx';

const tones = {
  waiting: undefined,
  running: 'info',
  done: 'success',
  refused: 'warning',
  stopped: undefined,
} as const;

/** What became of each order, and of those that did not take it, why. */
export function BulkResults({ run }: { run: BulkRun }) {
  const { t } = useTranslation();
  if (run.items.length === 0) return null;
  return (
    <Fold summary={t('queue.run.results', { n: run.counts.all })} isOpen={run.counts.refused > 0}>
      <ul className="run-items">
        {run.items.map((item) => (
          <Item key={item.order.id} item={item} />
        ))}
      </ul>
    </Fold>
  );
}

function Item({ item }: { item: BulkRun['items'][number] }) {
  const { t, i18n } = useTranslation();
  const tone = tones[item.state];
  const key = `errors.${item.code}`;
  return (
    <li>
      <InlineStack gap="200" blockAlign="center">
        <AppLink url={`/orders/${item.order.id}`}>{item.order.name}</AppLink>
        <Badge {...(tone && { tone })}>{t(`queue.run.item.${item.state}`)}</Badge>
        {item.code !== null && (
          // A code of a newer server has no sentence here yet.
          <span>{i18n.exists(key) ? t(key) : t('errors.internal')}</span>
        )}
      </InlineStack>
    </li>
  );
}
