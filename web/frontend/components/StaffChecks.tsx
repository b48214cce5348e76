import { BlockStack, Button, ButtonGroup, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AuditDto, OrderDetail, SignalDto, StaffCheckBody } from '../../contract/orders.ts';
import { useStaffCheck } from '../queries/use-staff-check.ts';
import { lastFinding } from '../wording/staff-finding.ts';
import { useFormat } from '../wording/use-format.ts';
import { ActionProblem } from './ActionProblem.tsx';
import { Fold } from './Fold.tsx';

interface Props {
  order: OrderDetail;
  checks: readonly SignalDto[];
}

const results: readonly StaffCheckBody['result'][] = ['hit', 'no-hit', 'unknown'];

/** 目視・連絡チェック: what a telephone call or a look at the map has shown; it enters the judgement. */
export function StaffChecks({ order, checks }: Props) {
  const { t } = useTranslation();
  const recording = useStaffCheck(order.id);
  if (checks.length === 0) return null;
  return (
    <Fold summary={t('staffCheck.title')}>
      <BlockStack gap="200">
        <Text as="p" tone="subdued">
          {t('staffCheck.help')}
        </Text>
        {recording.error !== null && <ActionProblem error={recording.error} />}
        <ul className="plain-list">
          {checks.map((check) => (
            <StaffCheck
              key={check.id}
              check={check}
              last={lastFinding(order.audit, check.id)}
              isBusy={recording.isPending}
              onFound={(result) => recording.mutate({ check: check.id, result })}
            />
          ))}
        </ul>
      </BlockStack>
    </Fold>
  );
}

interface StaffCheckProps {
  check: SignalDto;
  /** Who looked last. */
  last: AuditDto | null;
  isBusy: boolean;
  onFound: (result: StaffCheckBody['result']) => void;
}

function StaffCheck({ check, last, isBusy, onFound }: StaffCheckProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className="staff-check">
      <div>
        <span>{check.name}</span>
        {last !== null && (
          <Text as="p" variant="bodySm" tone="subdued">
            {[last.by, format.dateTime(last.at)].join(t('common.dot'))}
          </Text>
        )}
      </div>
      <ButtonGroup variant="segmented">
        {results.map((result) => (
          <Button
            key={result}
            size="slim"
            pressed={check.outcome === result}
            disabled={isBusy}
            accessibilityLabel={t('common.of', {
              label: check.name,
              value: t(`staffCheck.${result}`),
            })}
            onClick={() => onFound(result)}
          >
            {t(`staffCheck.${result}`)}
          </Button>
        ))}
      </ButtonGroup>
    </li>
  );
}
