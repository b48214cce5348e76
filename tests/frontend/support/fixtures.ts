import type { OrderDetail } from '../../../web/contract/orders.ts';
import { type Ago, order, signal } from './fixture-recipe.ts';

const yen = (amount: number) => ({ amount, currency: 'JPY' });

/** Made-up people; `minutesAgo` counts back from `now`. */
export function fixtureOrders(now: Date): OrderDetail[] {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
  return [codPrank(ago), cardThief(ago), giftToVictim(ago), shippedTooEarly(ago), ...quiet(ago)];
}

function codPrank(ago: Ago): OrderDetail {
  return order(ago, {
    id: '5001001',
    name: '#1042',
    minutes: 14,
    level: 'caution',
    state: 'held',
    total: yen(48_600),
    payment: { kind: 'cod', name: '代金引換' },
    buyer: '例示 太郎',
    signals: [
      signal(
        'cod-requested',
        '代引き',
        12,
        '代金引換の注文です。',
        '代引きしか使えない方もいます。',
      ),
      signal(
        'phone-mobile-only',
        '携帯のみ',
        4,
        '連絡先が携帯電話（090-0000-0001）だけです。',
        '固定電話のない家庭は多くあります。',
      ),
      signal(
        'email-free-provider',
        'フリーメール',
        4,
        'だれでも作れるメール（example.com）です。',
        '多くの方が普段使いしています。',
      ),
      signal(
        'first-order',
        '初回',
        3,
        '過去の注文履歴がありません。',
        '新しいお客様は皆そうです。',
      ),
      signal(
        'quantity-outlier',
        '数量が多い',
        14,
        '同一商品12点など、注文数が普段より多いです。',
        'まとめ買いのこともあります。',
      ),
    ],
    plan: {
      cancel: {
        possible: true,
        effect: 'nothing-cod',
        amount: null,
        restock: true,
        notifyCustomer: false,
      },
    },
    nextStep: 'cod-call',
  });
}

function cardThief(ago: Ago): OrderDetail {
  return order(ago, {
    id: '5001002',
    name: '#1041',
    minutes: 95,
    level: 'high',
    state: 'held',
    total: yen(128_000),
    payment: { kind: 'card', name: 'Shopify ペイメント' },
    buyer: '例示 花子',
    signals: [
      signal(
        'cvv-mismatch',
        'セキュリティコード不一致',
        30,
        'セキュリティコードが一致しませんでした。',
        '入力の誤りのこともあります。',
      ),
      signal(
        'forwarder-known-address',
        '転送サービス',
        25,
        'お届け先は転送サービスの住所（東京都江東区例示1-2-3）です。',
        '海外在住の方が使うこともあります。',
      ),
      signal(
        'billing-shipping-mismatch',
        '請求先が別',
        4,
        '注文者住所とお届け先住所が異なります。',
        '贈り物ではふつうです。',
      ),
      signal(
        'high-value-order',
        '高額',
        10,
        '注文金額128,000円は当店の普段（8,000円）よりかなり高額です。',
        '',
      ),
    ],
    plan: {
      cancel: {
        possible: true,
        effect: 'release-authorization',
        amount: yen(128_000),
        restock: true,
        notifyCustomer: false,
      },
      void: { possible: true, amount: yen(128_000) },
      capture: { possible: true, amount: yen(128_000) },
    },
    nextStep: 'card-warning',
    otherBilling: true,
    expires: -60 * 24 * 6,
  });
}

function giftToVictim(ago: Ago): OrderDetail {
  return order(ago, {
    id: '5001003',
    name: '#1039',
    minutes: 60 * 26,
    level: 'caution',
    state: 'held',
    total: yen(12_800),
    payment: { kind: 'card', name: 'Shopify ペイメント' },
    buyer: '例示 次郎',
    signals: [
      signal(
        'velocity-address',
        '同じ住所に続けて',
        20,
        '同じお届け先に24時間で4件の注文があります。',
        '家族がそれぞれ注文することもあります。',
      ),
      signal(
        'address-incomplete',
        '番地なし',
        8,
        '住所に番地がありません。',
        '新しい住宅地では番地がまだないことがあります。',
      ),
      signal(
        'repeat-good-customer',
        'いつものお客様',
        -20,
        '問題のなかった注文が5回あります。',
        '',
      ),
    ],
    plan: {
      cancel: {
        possible: true,
        effect: 'refund-captured',
        amount: yen(12_800),
        restock: true,
        notifyCustomer: false,
      },
    },
    nextStep: 'addressee-may-be-victim',
  });
}

function shippedTooEarly(ago: Ago): OrderDetail {
  return order(ago, {
    id: '5001004',
    name: '#1038',
    minutes: 60 * 3,
    level: 'high',
    state: 'open',
    total: yen(59_400),
    payment: { kind: 'card', name: 'Shopify ペイメント' },
    buyer: null,
    signals: [
      signal(
        'high-value-extreme',
        '過去最高の金額',
        30,
        '注文金額59,400円は当店の過去最高の水準です。',
        '',
      ),
      signal('email-disposable', '使い捨てメール', 22, '使い捨てメール（mail.example）です。', ''),
    ],
    plan: { cancel: { possible: false, refusal: 'already_shipped' }, hold: false },
    nextStep: 'contact',
    cannotHold: 'in-progress',
  });
}

function quiet(ago: Ago): OrderDetail[] {
  const states = [
    'open',
    'approved',
    'cancelled',
    'voided',
    'released',
    'shipped',
    'closed',
  ] as const;
  return Array.from({ length: 64 }, (_, index) => {
    const state = states[index % states.length] ?? 'open';
    const isDone = state === 'cancelled';
    return order(ago, {
      id: String(5_000_900 - index),
      name: `#${1037 - index}`,
      minutes: 60 * 5 + index * 95,
      level: index % 5 === 3 ? 'caution' : 'normal',
      state,
      total: yen(3200 + index * 410),
      payment:
        index % 3 === 0
          ? { kind: 'konbini', name: 'コンビニ決済' }
          : { kind: 'card', name: 'Shopify ペイメント' },
      buyer: `例示 ${['一', '二', '三', '四', '五'][index % 5]}郎`,
      signals:
        index % 5 === 3
          ? [signal('first-order', '初回', 3, '過去の注文履歴がありません。', '')]
          : [],
      plan: isDone
        ? {
            cancel: { possible: false, refusal: 'already_cancelled' },
            void: { possible: false, refusal: 'already_cancelled' },
            approve: false,
            release: false,
            hold: false,
          }
        : {
            cancel: {
              possible: true,
              effect: 'nothing-unpaid',
              amount: null,
              restock: true,
              notifyCustomer: false,
            },
            release: false,
          },
      nextStep: 'nothing',
    });
  });
}
