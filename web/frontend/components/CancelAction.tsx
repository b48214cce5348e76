import { BlockStack, Checkbox } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanStep } from '../../contract/orders.ts';
import {
  type CancelChoices,
  canChooseRefund,
  cancelSentence,
  initialChoices,
} from '../wording/cancel-sentence.ts';
import { useFormat } from '../wording/use-format.ts';
import { ActionLine } from './ActionLine.tsx';
import type { ActionProps } from './ActionsCard.tsx';
import { Fold } from './Fold.tsx';

/** 注文をキャンセル, saying what becomes of the money, the stock and the buyer's mailbox. */
export function CancelAction(props: ActionProps & { isAllowed: boolean }) {
  const { t } = useTranslation();
  const step = props.order.plan.cancel;
  if (step.possible) return <PossibleCancel {...props} step={step} />;
  return (
    <ActionLine
      kind="cancel"
      buttons={props.buttons}
      sentence={t(`refusal.${step.refusal}`)}
      isDisabled
      onClick={() => undefined}
    />
  );
}

type Step = Extract<PlanStep, { possible: true }>;

function PossibleCancel({
  order,
  buttons,
  isBusy,
  isAllowed,
  step,
}: ActionProps & { isAllowed: boolean; step: Step }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [touched, setTouched] = useState<CancelChoices | null>(null);
  const choices = touched ?? initialChoices(step);
  const sentence = format.sentences(
    cancelSentence(step, choices).map(({ key, money }) =>
      t(key, { amount: money === null ? '' : format.money(money) }),
    ),
  );
  return (
    <ActionLine
      kind="cancel"
      buttons={buttons}
      sentence={isAllowed ? sentence : t('actionDetail.needsPermission')}
      isDisabled={isBusy || !isAllowed}
      isCritical
      onClick={() => buttons.run('cancel', { ...choices, seen: order.plan.hash })}
    >
      {isAllowed && (
        <Choices step={step} choices={choices} isDisabled={isBusy} onChange={setTouched} />
      )}
    </ActionLine>
  );
}

interface ChoicesProps {
  step: Step;
  choices: CancelChoices;
  isDisabled: boolean;
  onChange: (choices: CancelChoices) => void;
}

function Choices({ step, choices, isDisabled, onChange }: ChoicesProps) {
  const { t } = useTranslation();
  const names = ['restock', 'notifyCustomer', 'refund'] as const;
  return (
    <Fold summary={t('common.details')}>
      <BlockStack>
        {names
          .filter((name) => name !== 'refund' || canChooseRefund(step))
          .map((name) => (
            <Checkbox
              key={name}
              label={t(`actionDetail.${name}`)}
              checked={choices[name]}
              disabled={isDisabled}
              onChange={(isOn) => onChange({ ...choices, [name]: isOn })}
            />
          ))}
      </BlockStack>
    </Fold>
  );
}
