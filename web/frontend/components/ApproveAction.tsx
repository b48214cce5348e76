import { Checkbox } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../wording/use-format.ts';
import { ActionLine } from './ActionLine.tsx';
import type { ActionProps } from './ActionsCard.tsx';

/** 問題なしにする, with the capture of a waiting authorization where there is one. */
export function ApproveAction({ order, buttons, isBusy }: ActionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [wantsCapture, setWantsCapture] = useState(false);
  const { capture } = order.plan;
  const amount = capture.possible ? format.money(capture.amount) : '';
  const captures = capture.possible && wantsCapture;
  const plain = order.plan.release ? 'approve' : 'approveNotHeld';
  return (
    <ActionLine
      kind="approve"
      buttons={buttons}
      sentence={t(`actionDetail.${captures ? 'approveCapture' : plain}`, { amount })}
      isDisabled={isBusy}
      onClick={() =>
        buttons.run('approve', captures ? { capture: true, seen: order.plan.hash } : {})
      }
    >
      {capture.possible && (
        <Checkbox
          label={t('actionDetail.captureNow', { amount })}
          checked={wantsCapture}
          disabled={isBusy}
          onChange={setWantsCapture}
        />
      )}
    </ActionLine>
  );
}
