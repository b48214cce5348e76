import { createInstance, type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RulePreview } from '../../web/contract/checkout-preview.ts';
import { type PastOrders, pastLines } from '../../web/frontend/components/checkout/past-lines.ts';
import checkoutEn from '../../web/frontend/locales/checkout.en.json' with { type: 'json' };
import checkoutJa from '../../web/frontend/locales/checkout.ja.json' with { type: 'json' };
import en from '../../web/frontend/locales/en.json' with { type: 'json' };
import ja from '../../web/frontend/locales/ja.json' with { type: 'json' };
import { hideFromListed } from '../support/checkout-buyers.ts';

const rule = { ...hideFromListed, hide: ['cod' as const, 'bank' as const] };
const found = (change: Partial<RulePreview> = {}, orders = 500): PastOrders => ({
  kind: 'ready',
  answer: {
    ...{ orders, elsewhere: 0 },
    rules: [{ id: rule.id, touched: 0, paid: 0, unsure: 0, untold: [], ...change }],
  },
});

describe('what a rule would have meant', () => {
  let say: Record<'ja' | 'en', (past: PastOrders) => string[]>;
  beforeAll(async () => {
    const i18n = createInstance();
    const resources = {
      ja: { translation: { ...ja, ...checkoutJa } },
      en: { translation: { ...en, ...checkoutEn } },
    };
    await i18n.init({ lng: 'ja', resources, interpolation: { escapeValue: false } });
    const lines = (t: TFunction) => (past: PastOrders) =>
      pastLines(rule, past, t, (n) => n.toLocaleString('en-US'));
    say = { ja: lines(i18n.getFixedT('ja')), en: lines(i18n.getFixedT('en')) };
  });

  it('is told in numbers, with those who paid by what it hides', () => {
    const past = found({ touched: 12, paid: 8 });
    expect(say.ja(past)).toEqual([
      '直近500件の注文のうち12件に当てはまります（代引き・銀行振込で支払われたもの 8件）。',
    ]);
    expect(say.en(past)).toEqual([
      'Matches among the newest 500 orders: 12 (paid by COD · Bank transfer: 8).',
    ]);
    expect(say.ja(found())).toEqual(['直近500件の注文に、当てはまるものはありません。']);
  });

  it('is never a zero where nothing is known', () => {
    const nothing = found({ unsure: 500, untold: ['product-tag'] });
    expect(say.ja(nothing)).toEqual([
      '当てはまるか分からない注文が500件あります。',
      '注文からは、商品のタグが分かりません。',
    ]);
    expect(say.ja(found({ unsure: 3, untold: ['first-order', 'amount', 'islands'] }))).toEqual([
      '直近500件の注文に、当てはまるものはありません。',
      '当てはまるか分からない注文が3件あります。',
      '注文からは、ログインしていたかどうかが分かりません。',
      '注文に書かれていないこと：金額・離島',
    ]);
  });

  it('is not told of a rule that is not counted, or where there are no orders', () => {
    expect(say.ja({ kind: 'ready', answer: { orders: 5, elsewhere: 0, rules: [] } })).toEqual([]);
    expect(say.ja(found({}, 0))).toEqual(['数えられる過去の注文は、まだありません。']);
    expect(say.ja({ kind: 'working' })).toEqual(['過去の注文で数えています。']);
    expect(say.ja({ kind: 'idle' })).toEqual([]);
  });
});
