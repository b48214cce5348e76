import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CheckoutStatus, GuardKind, GuardState } from '../../../contract/checkout-status.ts';
import type { Settings } from '../../../contract/settings.ts';
import { useFormat } from '../../wording/use-format.ts';
import { Part } from '../signals/Part.tsx';
import { askedLists } from './asked-lists.ts';
import { DailyCheck } from './DailyCheck.tsx';
import { Meter } from './Meter.tsx';

interface Props {
  status: CheckoutStatus;
  saved: Settings;
}

const guards = ['payment', 'validation'] as const;

const tones: Partial<Record<GuardState, 'success' | 'warning' | 'critical' | 'info'>> = {
  active: 'success',
  pending: 'info',
  deployed: 'warning',
  'not-released': 'warning',
  'limit-reached': 'warning',
  'plan-not-eligible': 'warning',
  'missing-scope': 'critical',
  refused: 'critical',
};

/** Whether what is saved acts at checkout, and for how many of the people on the lists. */
export function StatePart({ status, saved }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Part id="state" title={t('checkout.stateTitle')} about={t('checkout.stateAbout')}>
      <div className="part-body">
        <BlockStack gap="400">
          {guards.map((kind) => (
            <Guard key={kind} kind={kind} status={status} saved={saved} />
          ))}
          {status.deployedAt !== null && (
            <Text as="p" tone="subdued">
              {t('checkout.deployedAt', { when: format.when(status.deployedAt) })}
            </Text>
          )}
          <DailyCheck check={status.check} />
        </BlockStack>
      </div>
    </Part>
  );
}

function Guard({ kind, status, saved }: Props & { kind: GuardKind }) {
  const { t } = useTranslation();
  const { state, standing, refusal, meter } = status[kind];
  const tone = tones[state];
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" fontWeight="semibold">
          {t(`checkout.guard.${kind}`)}
        </Text>
        <Badge {...(tone !== undefined && { tone })}>{t(`checkout.state.${state}.badge`)}</Badge>
      </InlineStack>
      <Text as="p">{t(`checkout.state.${state}.${kind}`)}</Text>
      {state === 'refused' && refusal !== null && (
        <Text as="p" tone="subdued">
          {t('checkout.refusal', { text: refusal })}
        </Text>
      )}
      {standing > 1 && (
        <Text as="p" tone="subdued">
          {t(`checkout.standing.${kind}`, { n: standing })}
        </Text>
      )}
      {meter !== null && <Meter meter={meter} lists={askedLists(saved)[kind]} />}
    </BlockStack>
  );
}
