import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AuditDto } from '../../contract/orders.ts';
import { auditExtras } from '../wording/audit-line.ts';
import { useFormat } from '../wording/use-format.ts';

/** Everything that anybody or anything did to this order, newest first. */
export function TimelineCard({ rows }: { rows: readonly AuditDto[] }) {
  const { t } = useTranslation();
  const newestFirst = rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => b.row.at.localeCompare(a.row.at) || b.index - a.index);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('order.timeline')}
        </Text>
        {rows.length === 0 && <Text as="p">{t('order.noTimeline')}</Text>}
        <ol className="timeline">
          {newestFirst.map(({ row, index }) => (
            <TimelineRow key={index} row={row} />
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}

function TimelineRow({ row }: { row: AuditDto }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const key = `audit.${row.what}`;
  const sentence = i18n.exists(key) ? t(key) : row.what;
  const extras = auditExtras(row).map((extra) =>
    t(extra.key, { value: extra.translate ? t(extra.value) : extra.value }),
  );
  const who = { app: t('order.byApp'), shopify: t('order.byShopify'), staff: row.by }[row.byKind];
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
