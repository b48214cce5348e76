import type { Assessment, Verdict } from './assessment.ts';
import { readSecurityCode, type SecurityCode } from './cards.ts';
import type { CardFacts } from './order-facts.ts';
import { isCardless, meansCod } from './payment-kind.ts';
import { type PresetName, presets } from './presets.ts';
import { riskLevels, type ShopifyRiskLevel } from './risk-card.ts';
import type { Reaction } from './ruleset.ts';
import { isHeldByLevel, isOrdinaryFirstTimeBuyer, verdictOf } from './verdict.ts';

/** What the merchant wants done; the settings document fits it as it is. */
export interface OrderPolicy {
  readonly caution: Reaction;
  readonly high: Reaction;
  readonly holdOrdinaryCaution: boolean;
  readonly judgement?: { readonly preset: PresetName };
  readonly cod: {
    readonly blocked: boolean;
    readonly reaction: Reaction;
    readonly names: readonly string[];
  };
  readonly cvv: {
    readonly mandatory: boolean;
    readonly failed: Reaction;
    readonly notChecked: Reaction;
    readonly unknown: Reaction;
    readonly walletsAndSavedCards: Reaction;
  };
}

/** How it is paid; `undefined` is not known, a `null` card is no card. */
export interface PlanPayment {
  readonly gateway?: string | null | undefined;
  readonly card?: CardFacts | null | undefined;
  readonly savedCard?: boolean | undefined;
}

export type HoldReason =
  | 'level-high'
  | 'level-caution'
  | 'cod-blocked'
  | 'cvv-failed'
  | 'cvv-not-checked'
  | 'cvv-unknown';

/** What the app would do of itself about an order, whatever the mode. */
export interface OrderPlan {
  readonly hold: boolean;
  readonly holdReasons: readonly HoldReason[];
  /** Without `sekisho:held`, which the caller adds once it is held. */
  readonly tags: readonly string[];
  /** null: no risk card. */
  readonly riskLevel: ShopifyRiskLevel | null;
  readonly openCase: boolean;
  readonly ordinaryFirstTimeBuyer: boolean;
  /** The proposal with the payment's rules in it: `hold` whenever `hold` is true. */
  readonly verdict: Verdict;
  /** What the rule for security codes asks; absent: the code matched, no card, or it is not mandatory. */
  readonly securityCode?: SecurityCodeRule | undefined;
}

/** Which of the shop's settings (`cvv.*`) decided about an order's security code, and how. */
export interface SecurityCodeRule {
  readonly setting: Exclude<keyof OrderPolicy['cvv'], 'mandatory'>;
  readonly reaction: Reaction;
}

interface Step {
  readonly reaction: Reaction;
  readonly tag: string;
  readonly reason: HoldReason;
}

/**
 * A victim of pranks is asked before anything ships, whatever the shop does with other orders to be checked:
 * a tag alone would let the next prank parcel go.
 */
const isForProtected = ({ signals }: Assessment): boolean =>
  signals.some(({ id, outcome }) => id === 'protected-recipient' && outcome === 'hit');

function levelStep(assessment: Assessment, policy: OrderPolicy, ordinary: boolean): Step | null {
  const { level } = assessment;
  if (level === 'normal') return null;
  const preset = policy.judgement ? presets[policy.judgement.preset] : undefined;
  const holdOrdinaryCaution = policy.holdOrdinaryCaution || preset?.holdOrdinaryCaution === true;
  const held =
    isForProtected(assessment) ||
    isHeldByLevel(level, ordinary, { ...policy, holdOrdinaryCaution });
  const reaction = held ? 'hold' : policy[level] === 'nothing' ? 'nothing' : 'tag';
  return { reaction, tag: `sekisho:${level}`, reason: `level-${level}` };
}

function codStep({ cod }: OrderPolicy, { gateway }: PlanPayment): Step | null {
  if (!cod.blocked || !gateway || !meansCod(gateway, cod.names)) return null;
  return { reaction: cod.reaction, tag: 'sekisho:cod-blocked', reason: 'cod-blocked' };
}

/** A wallet or a saved card sends no code: that it was not checked is then nobody's fault. */
function cvvSetting(
  result: Exclude<SecurityCode, 'matched'>,
  { card, savedCard }: PlanPayment,
): SecurityCodeRule['setting'] {
  if (result === 'failed') return 'failed';
  if (card?.wallet || savedCard === true) return 'walletsAndSavedCards';
  return result === 'unknown' ? 'unknown' : 'notChecked';
}

const cvvReasons = {
  failed: 'cvv-failed',
  'not-checked': 'cvv-not-checked',
  unknown: 'cvv-unknown',
} as const satisfies Record<Exclude<SecurityCode, 'matched'>, HoldReason>;

function cvvStep(
  { cvv, cod }: OrderPolicy,
  payment: PlanPayment,
): (Step & SecurityCodeRule) | null {
  const { card, gateway } = payment;
  if (!cvv.mandatory || card === null) return null;
  if (card === undefined && isCardless(gateway, cod.names)) return null;
  const result = readSecurityCode(card?.cvv);
  if (result === 'matched') return null;
  const setting = cvvSetting(result, payment);
  return { setting, reaction: cvv[setting], tag: 'sekisho:cvv', reason: cvvReasons[result] };
}

/** From a judgement and the merchant's wishes to what is done. */
export function planFor(input: {
  readonly assessment: Assessment;
  readonly policy: OrderPolicy;
  readonly payment: PlanPayment;
}): OrderPlan {
  const { assessment, policy, payment } = input;
  const ordinaryFirstTimeBuyer = isOrdinaryFirstTimeBuyer(assessment);
  const byLevel = levelStep(assessment, policy, ordinaryFirstTimeBuyer);
  const byCode = cvvStep(policy, payment);
  const steps = [byLevel, codStep(policy, payment), byCode].filter(
    (step): step is Step => step !== null && step.reaction !== 'nothing',
  );
  const holds = steps.filter(({ reaction }) => reaction === 'hold');
  const hold = holds.length > 0;
  return {
    hold,
    holdReasons: holds.map(({ reason }) => reason),
    tags: steps.map(({ tag }) => tag),
    riskLevel: byLevel && byLevel.reaction !== 'nothing' ? riskLevels[assessment.level] : null,
    openCase: steps.length > 0,
    ordinaryFirstTimeBuyer,
    verdict: verdictOf(assessment.level, hold),
    ...(byCode && { securityCode: { setting: byCode.setting, reaction: byCode.reaction } }),
  };
}
