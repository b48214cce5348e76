import { BlockStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AuditChange, AuditRow } from '../../../contract/audit.ts';
import { useFormat } from '../../wording/use-format.ts';

/** Who did what, when, why, and what it was before; newest first. */
export function AuditRows({ rows, isStale }: { rows: AuditRow[]; isStale: boolean }) {
  const { t } = useTranslation();
  return (
    <ol className="audit-rows" aria-label={t('auditPage.table')} aria-busy={isStale}>
      {rows.map((row) => (
        <OneRow key={row.id} row={row} />
      ))}
    </ol>
  );
}

function OneRow({ row }: { row: AuditRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <div className="audit-when">
        <Text as="p" variant="bodySm" tone="subdued">
          <time dateTime={row.at}>{format.dateTime(row.at)}</time>
        </Text>
        <Text as="p" fontWeight="medium">
          {row.by}
        </Text>
      </div>
      <BlockStack gap="100">
        <Text as="p">
          {row.order !== null && (
            <>
              <Link url={`/orders/${row.order.id}`}>{row.order.name ?? row.order.id}</Link>{' '}
            </>
          )}
          {row.details.length === 0
            ? row.text
            : t('common.of', { label: row.text, value: row.details.join(t('common.dot')) })}
        </Text>
        {row.why !== null && <Text as="p">{t('auditPage.why', { why: row.why })}</Text>}
        {row.changes.length > 0 && <Changes changes={row.changes} />}
      </BlockStack>
    </li>
  );
}

function Changes({ changes }: { changes: AuditChange[] }) {
  const { t } = useTranslation();
  const none = t('auditPage.none');
  return (
    <ul className="audit-changes">
      {changes.map(({ field, before, after }) => (
        <li key={`${field}|${before}|${after}`}>
          {t('auditPage.change', { field, before: before ?? none, after: after ?? none })}
        </li>
      ))}
    </ul>
  );
}
