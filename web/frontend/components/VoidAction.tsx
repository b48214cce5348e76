import { Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../wording/use-format.ts';
import { ActionLine } from './ActionLine.tsx';
import type { ActionProps } from './ActionsCard.tsx';

/** オーソリ解除; where there is nothing to void there is no button, but the reason. */
export function VoidAction({
  order,
  buttons,
  isBusy,
  isAllowed,
}: ActionProps & { isAllowed: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const step = order.plan.void;
  if (!step.possible) {
    // The cancel line above has said so already.
    if (step.refusal === 'already_cancelled') return null;
    const isCod = step.refusal === 'nothing_to_void' && order.payment.kind === 'cod';
    const reason = t(`refusal.${isCod ? 'nothing_to_void_cod' : step.refusal}`);
    return (
      <div className="action">
        <Text as="p" variant="bodySm" tone="subdued">
          {t('common.of', { label: t('actions.void'), value: reason })}
          {needsManualCapture(order) && (
            <>
              {' '}
              {t('card.hint.capture')}{' '}
              <Link url="/settings/checkout#shopify">{t('card.shopify')}</Link>
            </>
          )}
        </Text>
      </div>
    );
  }
  // While a cancellation waits to be sent there is no release to offer, but the hold is still there.
  const staysHeld = order.state === 'cancelling' && order.heldSince !== null;
  const isHeld = order.plan.release || order.state === 'held' || staysHeld;
  const key = isHeld ? 'actionDetail.void' : 'actionDetail.voidNotHeld';
  const sentence = t(key, { amount: format.money(step.amount) });
  return (
    <ActionLine
      kind="void"
      buttons={buttons}
      sentence={isAllowed ? sentence : t('actionDetail.needsPermission')}
      isDisabled={isBusy || !isAllowed}
      isCritical
      onClick={() => buttons.run('void', { seen: order.plan.hash })}
    />
  );
}

/** Captured with the order, as long as nobody has said that Shopify leaves that to them. */
const needsManualCapture = ({ plan, card }: ActionProps['order']): boolean =>
  !plan.void.possible &&
  plan.void.refusal === 'already_captured' &&
  Boolean(card) &&
  card?.shopify.manualCapture !== 'on';
