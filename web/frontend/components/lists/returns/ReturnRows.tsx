import { Badge, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ReturnRowDto, ReturnsAnswer } from '../../../../contract/returns.ts';

/** One line of the file each: which order, how it ended, what becomes of it. */
export function ReturnRows({ answer }: { answer: ReturnsAnswer }) {
  const { t } = useTranslation();
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('lists.returnsPage.line')}</th>
          <th scope="col">{t('lists.returnsPage.order')}</th>
          <th scope="col">{t('lists.returnsPage.end')}</th>
          <th scope="col">{t(`lists.returnsPage.${answer.applied ? 'whatDone' : 'what'}`)}</th>
        </tr>
      </thead>
      <tbody>
        {answer.rows.map((row) => (
          <Row key={row.line} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: ReturnRowDto }) {
  const { t } = useTranslation();
  const isCounted = row.result === 'ready' || row.result === 'recorded';
  return (
    <tr>
      <td>{row.line}</td>
      <td>
        {row.order !== null && (
          <InlineStack gap="100" blockAlign="center">
            <Link url={`/orders/${row.order.id}`}>{row.order.name}</Link>
            {row.cod && <Badge size="small">{t('lists.returnsPage.cod')}</Badge>}
          </InlineStack>
        )}
      </td>
      <td>{isCounted && t(`lists.order.outcomeShort.${row.outcome}`)}</td>
      <td>
        <Text as="span" fontWeight={isCounted ? 'medium' : 'regular'}>
          {t(`lists.returnsPage.result.${row.result}`)}
        </Text>
      </td>
    </tr>
  );
}
