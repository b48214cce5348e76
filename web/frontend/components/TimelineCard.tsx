import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { auditExtras } from '../../contract/audit-line.ts';
import type { AuditDto, OrderDetail } from '../../contract/orders.ts';
import { useFormat } from '../wording/use-format.ts';

/** Everything that anybody or anything did to this order, newest first. */
export function TimelineCard({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  // Of what happened at one instant the answer has the later line first, and a sort keeps that.
  const newestFirst = order.audit.toSorted((a, b) => b.at.localeCompare(a.at));
  const nameOf = (id: string) => order.signals.find((signal) => signal.id === id)?.name ?? '';
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('order.timeline')}
        </Text>
        {order.audit.length === 0 && <Text as="p">{t('order.noTimeline')}</Text>}
        <ol className="timeline">
          {newestFirst.map((row, index) => (
            <TimelineRow key={index} row={row} nameOf={nameOf} />
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}

function TimelineRow({ row, nameOf }: { row: AuditDto; nameOf: (signal: string) => string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const key = `audit.${row.what}`;
  const sentence = i18n.exists(key) ? t(key) : row.what;
  const extras = auditExtras(row, nameOf).map(({ key, values, words }) => {
    const translated = Object.entries(words).map(([name, word]) => [name, t(word)]);
    return t(key, { ...values, ...Object.fromEntries(translated) });
  });
  const who = {
    app: t('order.byApp'),
    shopify: t('order.byShopify'),
    buyer: t('order.byBuyer'),
    staff: row.by,
  }[row.byKind];
  return (
    <li>
      <Text as="p">
        {extras.length === 0
          ? sentence
          : t('common.of', { label: sentence, value: extras.join(t('common.dot')) })}
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        <time dateTime={row.at}>{format.dateTime(row.at)}</time>
        {t('common.dot')}
        {who}
      </Text>
    </li>
  );
}
