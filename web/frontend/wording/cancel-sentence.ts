import type { Money, MoneyEffect, PlanStep } from '../../contract/orders.ts';

/** The small choices folded under 「詳細」. */
export interface CancelChoices {
  readonly restock: boolean;
  readonly notifyCustomer: boolean;
  readonly refund: boolean;
}

/** Keys of the locales; every part becomes one sentence. */
export interface SentencePart {
  readonly key: string;
  readonly money: Money | null;
}

type PossibleStep = Extract<PlanStep, { possible: true }>;

/** What stands ticked before anybody touched it: what the plan says that cancel would do. */
export function initialChoices(step: PossibleStep): CancelChoices {
  return { restock: step.restock, notifyCustomer: step.notifyCustomer, refund: true };
}

/** Only captured money leaves a choice: an authorization always ends with the order. */
export function canChooseRefund(step: PossibleStep): boolean {
  return step.effect === 'refund-captured';
}

/** Exactly what the click would do to the money, the stock and the buyer's mailbox. */
export function cancelSentence(step: PossibleStep, choices: CancelChoices): SentencePart[] {
  const effect = effectOf(step, choices);
  return [
    {
      key: `moneyEffect.${effect}.${choices.restock ? 'restock' : 'keepStock'}`,
      money: step.amount,
    },
    { key: choices.notifyCustomer ? 'moneyEffect.mail' : 'moneyEffect.noMail', money: null },
  ];
}

function effectOf(step: PossibleStep, choices: CancelChoices): MoneyEffect {
  return canChooseRefund(step) && !choices.refund ? 'keep-captured' : step.effect;
}
