import { useMemo } from 'react';
import type { CodRule } from '../../../contract/checkout-settings.ts';
import type { Settings } from '../../../contract/settings.ts';
import { useCheckoutPreview } from '../../queries/use-checkout-preview.ts';
import { useSettled } from '../signals/use-settled.ts';
import type { PastOrders } from './past-lines.ts';
import { problemOf } from './rule-edits.ts';

/** Long enough for somebody who types an amount, short enough to be a consequence of it. */
const pauseMs = 700;

/** Counts anew whenever the rules have been changed and the typing rests. */
export function usePastOrders(saved: Settings, rules: readonly CodRule[]): PastOrders {
  const asked = JSON.stringify(rules.filter(isComplete).map(withoutUse));
  const settled = useSettled(asked, pauseMs);
  const settings = useMemo(() => settingsWith(saved, settled), [saved, settled]);
  const preview = useCheckoutPreview(settings);
  if (settings === null && settled === asked) return { kind: 'idle' };
  if (settled !== asked || preview.isFetching) return { kind: 'working' };
  if (preview.error !== null) {
    return { kind: 'failed', error: preview.error, again: () => void preview.refetch() };
  }
  return preview.data === undefined ? { kind: 'working' } : { kind: 'ready', answer: preview.data };
}

/** One with an open field would be refused, and the others with it. */
const isComplete = ({ hide, conditions }: CodRule): boolean =>
  hide.length > 0 && !conditions.some(problemOf);

/** Neither its name nor whether it is in use changes the count. */
const withoutUse = ({ name: _name, ...rule }: CodRule): CodRule => ({ ...rule, on: false });

function settingsWith(saved: Settings, text: string): Settings | null {
  const rules: CodRule[] = JSON.parse(text);
  return rules.length === 0 ? null : { ...saved, checkout: { ...saved.checkout, rules } };
}
