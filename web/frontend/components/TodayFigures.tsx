import { Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { TodayAnswer } from '../../contract/today.ts';
import { useFormat } from '../wording/use-format.ts';

/** Four figures: what waits, what is urgent, what was decided, and whether anything slipped by. */
export function TodayFigures({ today }: { today: TodayAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { approved, released, cancelled, voided } = today.decidedToday;
  const items = (n: number) => t('common.items', { n });
  return (
    <Card>
      <div className="figures">
        <Figure
          label={t('today.held')}
          value={items(today.held.count)}
          detail={t('today.heldMoney', { money: format.money(today.held.atStake) })}
        />
        <Figure
          label={t('today.urgent')}
          value={items(today.urgent)}
          detail={
            today.cannotHold === 0
              ? t('today.urgentHelp')
              : t('today.cannotHold', { n: today.cannotHold })
          }
          isBad={today.cannotHold > 0}
        />
        <Figure
          label={t('today.decided')}
          value={items(approved + released + cancelled + voided)}
          detail={t('today.decidedDetail', { approved, released, cancelled, voided })}
        />
        <WatchdogFigure watchdog={today.watchdog} />
      </div>
    </Card>
  );
}

function WatchdogFigure({ watchdog }: { watchdog: TodayAnswer['watchdog'] }) {
  const { t } = useTranslation();
  const figures = { notHeld: watchdog.flaggedNotHeld, withoutCase: watchdog.heldWithoutCase };
  const isBad = figures.notHeld + figures.withoutCase > 0;
  return (
    <Figure
      label={t('today.watchdog')}
      value={t('today.watchdogValue', figures)}
      detail={isBad ? t('today.watchdogBad', figures) : t('today.watchdogOk')}
      isBad={isBad}
      help={t('today.watchdogHelp')}
    />
  );
}

interface FigureProps {
  label: string;
  value: string;
  detail: string;
  isBad?: boolean;
  help?: string;
}

function Figure({ label, value, detail, isBad = false, help }: FigureProps) {
  return (
    <div className="figure">
      <div className="figure-head">
        <Text as="h2" variant="bodyMd" tone="subdued">
          {label}
        </Text>
        <Text as="p" variant="headingLg">
          {value}
        </Text>
      </div>
      <Text as="p" tone={isBad ? 'critical' : 'subdued'}>
        {detail}
      </Text>
      {help !== undefined && (
        <Text as="p" variant="bodySm" tone="subdued">
          {help}
        </Text>
      )}
    </div>
  );
}
