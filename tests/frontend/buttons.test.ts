import { describe, expect, it } from 'vitest';
import type { ActionDto, MoneyEffect, PlanStep } from '../../web/contract/orders.ts';
import ja from '../../web/frontend/locales/ja.json' with { type: 'json' };
import {
  type CancelChoices,
  canChooseRefund,
  cancelSentence,
  initialChoices,
} from '../../web/frontend/wording/cancel-sentence.ts';
import { moneyText } from '../../web/frontend/wording/money-text.ts';
import {
  actionsToShow,
  canUndo,
  lastFailure,
  pendingActions,
  pendingSentence,
} from '../../web/frontend/wording/pending-action.ts';
import { toastPlan } from '../../web/frontend/wording/toast-plan.ts';

type Step = Extract<PlanStep, { possible: true }>;

const step = (effect: MoneyEffect, amount: number | null): Step => ({
  possible: true,
  effect,
  amount: amount === null ? null : { amount, currency: 'JPY' },
  restock: true,
  notifyCustomer: false,
});

/** The sentence as a Japanese clerk reads it. */
function spoken(plan: Step, choices: Partial<CancelChoices> = {}): string {
  return cancelSentence(plan, { ...initialChoices(plan), ...choices })
    .map(({ key, money }) =>
      lookUp(key).replace('{{amount}}', money === null ? '' : moneyText(money, 'ja')),
    )
    .join('');
}

function lookUp(key: string): string {
  const found = key
    .split('.')
    .reduce<unknown>((words, part) => (words as Record<string, unknown>)[part], ja);
  if (typeof found !== 'string') throw new Error(`no words for ${key}`);
  return found;
}

describe('the sentence beside 「注文をキャンセル」', () => {
  it('says what becomes of an authorization', () => {
    expect(spoken(step('release-authorization', 12_800))).toBe(
      '¥12,800 の与信枠を解除し、在庫を戻します。購入者へのメールは送りません。',
    );
  });

  it('says what is refunded', () => {
    expect(spoken(step('refund-captured', 12_800))).toContain(
      '売上確定済みの ¥12,800 を返金します。',
    );
  });

  it('says that nothing is refunded where nothing was paid', () => {
    expect(spoken(step('nothing-cod', null))).toContain('代引きのため返金はありません。');
    expect(spoken(step('nothing-unpaid', null))).toContain('まだ支払われていないため');
    expect(spoken(step('nothing-free', null))).toContain('代金のない注文のため');
  });

  it('changes with every choice', () => {
    const plan = step('refund-captured', 12_800);
    expect(spoken(plan, { refund: false })).toContain('¥12,800 は返金しません。');
    expect(spoken(plan, { restock: false })).toContain('在庫は戻しません。');
    expect(spoken(plan, { notifyCustomer: true })).toContain('メールを送ります。');
  });

  it('offers no refund choice for an authorization, which always ends with the order', () => {
    const plan = step('release-authorization', 12_800);
    expect(canChooseRefund(plan)).toBe(false);
    expect(canChooseRefund(step('refund-captured', 1))).toBe(true);
    expect(spoken(plan, { refund: false })).toBe(spoken(plan));
  });
});

const now = new Date('2026-11-22T05:00:00.000Z');
const later = (ms: number) => new Date(now.getTime() + ms).toISOString();

const action = (part: Partial<ActionDto>): ActionDto => ({
  id: 'a1',
  kind: 'cancel',
  state: 'scheduled',
  undoUntil: later(10_000),
  by: '例示 花子',
  at: later(0),
  note: null,
  failure: null,
  ...part,
});

describe('what is under way', () => {
  it('counts the seconds of a short window, and names the time of a long one', () => {
    expect(pendingSentence(action({}), now)).toEqual({ key: 'pending.cancelIn', seconds: 10 });
    const automatic = action({ kind: 'void', undoUntil: later(30 * 60_000) });
    expect(pendingSentence(automatic, now)).toEqual({
      key: 'pending.voidAt',
      at: automatic.undoUntil,
    });
  });

  it('says that Shopify is at it once the window has closed', () => {
    expect(pendingSentence(action({ undoUntil: later(-1) }), now)).toEqual({
      key: 'pending.cancelRunning',
    });
    expect(pendingSentence(action({ state: 'running', undoUntil: null }), now)).toEqual({
      key: 'pending.cancelRunning',
    });
  });

  it('lets money be taken back only before it is sent, and a decision for as long as its window', () => {
    expect(canUndo(action({}), now)).toBe(true);
    expect(canUndo(action({ undoUntil: later(0) }), now)).toBe(false);
    expect(canUndo(action({ state: 'running' }), now)).toBe(false);
    expect(canUndo(action({ kind: 'approve', state: 'done' }), now)).toBe(true);
    expect(canUndo(action({ kind: 'approve', state: 'undone' }), now)).toBe(false);
    expect(canUndo(action({ kind: 'approve', state: 'done', undoUntil: null }), now)).toBe(false);
  });

  it('stays in sight while it can be taken back', () => {
    const approved = action({ kind: 'approve', state: 'done' });
    expect(pendingActions([approved])).toEqual([]);
    expect(actionsToShow([approved], now)).toEqual([approved]);
    expect(actionsToShow([approved], new Date(later(10_001)))).toEqual([]);
    expect(pendingSentence(approved, now)).toEqual({ key: 'toast.approve' });
  });

  it('tells a failure until somebody tries anything else', () => {
    const failed = action({ state: 'failed', undoUntil: null });
    expect(lastFailure([failed])).toBe(failed);
    expect(lastFailure([failed, action({ id: 'a2', at: later(1) })])).toBeNull();
    expect(lastFailure([])).toBeNull();
  });
});

describe('the toast', () => {
  it('offers undo for exactly as long as it works', () => {
    expect(toastPlan(action({}), now)).toEqual({
      sentence: { key: 'pending.cancelIn', seconds: 10 },
      undo: true,
      duration: 10_000,
    });
  });

  it('says that a decision is made though Shopify is still being told, and undoes it', () => {
    const plan = toastPlan(action({ kind: 'release', state: 'running' }), now);
    expect(plan).toEqual({ sentence: { key: 'toast.release' }, undo: true, duration: 10_000 });
  });

  it('does not pile up: half a minute at the longest', () => {
    expect(toastPlan(action({ undoUntil: later(30 * 60_000) }), now)?.duration).toBe(30_000);
  });

  it('only tells where nothing can be taken back', () => {
    const judging = action({ kind: 'reassess', state: 'running', undoUntil: null });
    expect(toastPlan(judging, now)).toMatchObject({
      sentence: { key: 'toast.working' },
      undo: false,
    });
    expect(toastPlan({ ...judging, state: 'done' }, now)?.sentence).toEqual({
      key: 'toast.reassess',
    });
    expect(toastPlan(action({ state: 'undone', undoUntil: null }), now)?.sentence).toEqual({
      key: 'toast.undone',
    });
  });

  it('leaves failures to the page', () => {
    expect(toastPlan(action({ state: 'failed' }), now)).toBeNull();
  });
});
