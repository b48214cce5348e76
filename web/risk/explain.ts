import type { Assessment, Level, SignalResult } from './assessment.ts';
import type { Facts, Signal } from './signal.ts';
import { signals } from './signals/index.ts';
import { type Locale, missingNames, writeFact } from './words.ts';

const byId: ReadonlyMap<string, Signal> = new Map(signals.map((signal) => [signal.id, signal]));
export const signalById = (id: string): Signal | undefined => byId.get(id);

export interface Explanation {
  readonly name: string;
  /** One sentence: the reason of a hit, what is missing for `unknown`, or that nothing was found. */
  readonly because: string;
  /** What speaks against alarm; empty unless it hit. */
  readonly caution: string;
}

const levelNames: Readonly<Record<Locale, Readonly<Record<Level, string>>>> = {
  ja: { normal: '通常', caution: '要確認', high: '危険' },
  en: { normal: 'Normal', caution: 'Check', high: 'High risk' },
};

/** Fills `{total}` and `{fields:word}`; a fact that is not there leaves nothing behind. */
const fillTemplate = (template: string, facts: Facts, locale: Locale): string =>
  template.replace(/\{(\w+)(?::(\w+))?\}/g, (_all, name: string, kind = '') =>
    writeFact(facts[name] ?? '', kind, locale),
  );

function unknownSentence({ missing = [] }: SignalResult, name: string, locale: Locale): string {
  const facts = missing.map((fact) => missingNames[fact][locale]);
  if (locale === 'ja') {
    return facts.length > 0 ? `未確認：${facts.join('・')}が分かりません。` : `未確認：${name}`;
  }
  return facts.length > 0 ? `Not known: ${facts.join(', ')}.` : `Not known: ${name}.`;
}

const plain = {
  'no-hit': { ja: '該当しません。', en: 'Nothing found.' },
  off: { ja: 'この項目は使っていません。', en: 'Switched off.' },
} as const;

/** One signal's part in words that staff read. A signal of an older version keeps its id as name. */
export function explainSignal(result: SignalResult, locale: Locale): Explanation {
  const text = byId.get(result.id)?.text[locale];
  const name = text?.name ?? result.id;
  if (result.outcome === 'unknown') {
    return { name, because: unknownSentence(result, name, locale), caution: '' };
  }
  if (result.outcome !== 'hit') {
    return { name, because: plain[result.outcome][locale], caution: '' };
  }
  const because = text ? fillTemplate(text.reason, result.facts ?? {}, locale) : name;
  return { name, because, caution: text?.caution ?? '' };
}

/** Hits that alarm, the weightiest first; the floor that decided the level before all others. */
export function weightyHits({ signals: results, floor }: Assessment): SignalResult[] {
  return results
    .filter(({ id, outcome, points, counted }) => {
      const isAlarm = points > 0 || counted || (byId.get(id)?.points ?? 0) > 0;
      return outcome === 'hit' && isAlarm;
    })
    .sort(
      (one, other) =>
        Number(other.id === floor) - Number(one.id === floor) || other.points - one.points,
    );
}

export const reassuringHits = ({ signals: results }: Assessment): SignalResult[] =>
  results
    .filter(({ outcome, points }) => outcome === 'hit' && points < 0)
    .sort((one, other) => one.points - other.points);

const nameOf = (locale: Locale) => (result: SignalResult) => explainSignal(result, locale).name;

/** One name for each check item that counted, so that there are as many names as items. */
function countedNames(assessment: Assessment, locale: Locale): string[] {
  const items = new Set<string>();
  return weightyHits(assessment)
    .filter(({ counted, checkItem }) => counted && !items.has(checkItem) && items.add(checkItem))
    .map(nameOf(locale));
}

/** 「4項目に該当（要確認）：代引き、携帯のみ、フリーメール、初回」 */
export function headline(assessment: Assessment, locale: Locale): string {
  const { level, checks } = assessment;
  const counted = countedNames(assessment, locale);
  const others = weightyHits(assessment).slice(0, 3).map(nameOf(locale));
  const names = counted.length > 0 || level === 'normal' ? counted : others;
  const levelName = levelNames[locale][level];
  if (locale === 'ja') {
    const count = checks > 0 ? `${checks}項目に該当` : '該当項目なし';
    return `${count}（${levelName}）${names.length > 0 ? `：${names.join('、')}` : ''}`;
  }
  const count =
    checks > 0 ? `${checks} ${checks > 1 ? 'checks' : 'check'} matched` : 'No checks matched';
  return `${count} (${levelName})${names.length > 0 ? `: ${names.join(', ')}` : ''}`;
}

/** Names of the `n` weightiest reasons, a few words each. */
export const topReasons = (assessment: Assessment, locale: Locale, n = 3): string[] =>
  weightyHits(assessment).slice(0, n).map(nameOf(locale));
