import type { Locale } from '../../contract/level.ts';
import { topReasons } from '../../risk/explain.ts';
import type { HoldReason } from '../../risk/plan.ts';
import { riskCard } from '../../risk/risk-card.ts';
import type { OrderRecord } from '../ports/storage-port.ts';
import type { OrderTexts } from './plan-effects.ts';

/** Holds that no signal explains: a rule of the shop asks for them. */
const ruleReasons: Readonly<Record<Locale, Partial<Record<HoldReason, string>>>> = {
  ja: {
    'cod-blocked': '代引きの注文',
    'cvv-failed': 'セキュリティコードが合わない',
    'cvv-not-checked': 'セキュリティコードが確認されていない',
    'cvv-unknown': 'セキュリティコードの結果がない',
  },
  en: {
    'cod-blocked': 'cash on delivery',
    'cvv-failed': 'wrong security code',
    'cvv-not-checked': 'security code not checked',
    'cvv-unknown': 'no result for the security code',
  },
};

const words = {
  ja: {
    cleared: 'スタッフが内容を確認し、問題なしと判断しました。',
    held: (reasons: string) => `関所: 出荷前に確認が必要です（${reasons}）`,
    byHand: '関所: スタッフの判断で出荷を保留しています。',
    voided: '関所: オーソリを解除したため、出荷を保留しています。',
  },
  en: {
    cleared: 'Staff checked this order and marked it as safe.',
    held: (reasons: string) => `Sekisho: to be checked before it ships (${reasons})`,
    byHand: 'Sekisho: held by a member of staff.',
    voided: 'Sekisho: held because its authorization was voided.',
  },
} as const;

/** What the app writes on an order in words: no personal data, in the language the shop chose. */
export function orderTexts(order: OrderRecord, language: Locale): OrderTexts {
  return { riskCard: cardOf(order, language), holdNotes: notesOf(order, language) };
}

function cardOf(order: OrderRecord, language: Locale): OrderTexts['riskCard'] {
  if (order.decision?.kind === 'approved') {
    const facts = [{ description: words[language].cleared, sentiment: 'POSITIVE' as const }];
    return { kind: 'risk-card', level: 'LOW', facts };
  }
  const level = order.acting ? order.plan.riskLevel : null;
  if (level === null) return null;
  return { kind: 'risk-card', level, facts: riskCard(order.assessment, language).facts };
}

function notesOf(order: OrderRecord, language: Locale): string {
  if (order.decision?.kind === 'voided') return words[language].voided;
  if (order.manualHold !== null) return words[language].byHand;
  const byRule = order.plan.holdReasons.flatMap((reason) => ruleReasons[language][reason] ?? []);
  const reasons = [...byRule, ...topReasons(order.assessment, language, 3)];
  return words[language].held(reasons.join(language === 'ja' ? '、' : ', '));
}
