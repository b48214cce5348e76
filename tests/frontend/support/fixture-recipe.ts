import type {
  AddressDto,
  AuditDto,
  OrderDetail,
  OrderSummary,
  PlanDto,
  SignalDto,
} from '../../../web/contract/orders.ts';

export type Ago = (minutes: number) => string;

export function signal(
  id: string,
  name: string,
  points: number,
  because: string,
  caution: string,
): SignalDto {
  return { id, outcome: 'hit', points, because, name, caution, counted: points > 0 };
}

const staff = (id: string, name: string): SignalDto => ({
  id,
  outcome: 'unknown',
  points: 0,
  because: 'まだ確かめていません。',
  name,
  caution: '',
  counted: false,
});

const notHits: SignalDto[] = [
  staff('staff-no-answer', '電話に出ない'),
  staff('staff-denies-order', '注文の覚えがない'),

  {
    id: 'cvv-unknown',
    outcome: 'unknown',
    points: 0,
    because: 'カード会社からの結果がありません。',
    name: 'セキュリティコード',
    caution: '',
    counted: false,
  },
  {
    id: 'ip-special',
    outcome: 'unknown',
    points: 0,
    because: 'IPアドレスがありません。',
    name: '接続元',
    caution: '',
    counted: false,
  },
  {
    id: 'phone-invalid',
    outcome: 'no-hit',
    points: 0,
    because: '',
    name: '電話番号の形',
    caution: '',
    counted: false,
  },
  {
    id: 'postal-code-mismatch',
    outcome: 'no-hit',
    points: 0,
    because: '',
    name: '郵便番号と都道府県',
    caution: '',
    counted: false,
  },
  {
    id: 'ship-to-care-of',
    outcome: 'no-hit',
    points: 0,
    because: '',
    name: '気付・様方',
    caution: '',
    counted: false,
  },
];

const shipping: AddressDto = {
  name: '例示 太郎',
  company: '',
  zip: '1350000',
  province: 'JP-13',
  city: '江東区',
  address1: '例示1-2-3',
  address2: '例示ハイツ 405号室',
  phone: '090-0000-0001',
  countryCode: 'JP',
};

export interface Recipe {
  id: string;
  name: string;
  minutes: number;
  level: OrderSummary['level'];
  state: OrderSummary['state'];
  total: NonNullable<OrderSummary['total']>;
  payment: OrderSummary['payment'];
  buyer: string | null;
  signals: SignalDto[];
  plan: Partial<PlanDto>;
  nextStep: string;
  otherBilling?: boolean;
  cannotHold?: OrderSummary['cannotHold'];
  /** Minutes ago; negative: still to come. */
  expires?: number;
}

export function order(ago: Ago, recipe: Recipe): OrderDetail {
  const { id, name, minutes, level, state, total, payment, buyer, signals } = recipe;
  const isHeld = state === 'held';
  const isAuthorized = recipe.expires !== undefined;
  const names = signals.filter((hit) => hit.points > 0).map((hit) => hit.name);
  const heldSince = isHeld ? ago(minutes - 1) : null;
  const summary: OrderSummary = {
    id,
    name,
    createdAt: ago(minutes),
    level,
    points: signals.reduce((sum, hit) => sum + hit.points, 0),
    checks: names.length,
    verdict: isHeld ? 'hold' : 'approve',
    state,
    reasons: names.slice(0, 3),
    total,
    payment,
    buyer,
    heldSince,
    cannotHold: recipe.cannotHold ?? null,
    hasOpenCase: isHeld || recipe.cannotHold !== undefined,
    wouldHold: false,
    authorizationExpiresAt: recipe.expires === undefined ? null : ago(recipe.expires),
    list: null,
  };
  return {
    ...summary,
    headline:
      names.length === 0
        ? '気になる点はありません'
        : `${names.length}項目に該当：${names.join('、')}`,
    nextStep: recipe.nextStep,
    signals: [...signals, ...notHits],
    lists: [],
    plan: { ...plan(id, isHeld), ...recipe.plan },
    money: {
      status: isAuthorized ? 'AUTHORIZED' : payment.kind === 'cod' ? 'PENDING' : 'PAID',
      authorized: isAuthorized ? total : null,
      captured: isAuthorized || payment.kind === 'cod' ? null : total,
      refunded: null,
    },
    email: 'reidai@example.com',
    phone: '090-0000-0001',
    note: isHeld ? '急ぎでお願いします。\n置き配でかまいません。' : null,
    shipping: { ...shipping, name: buyer ?? '' },
    billing: recipe.otherBilling
      ? {
          ...shipping,
          name: '例示 三郎',
          zip: '5300001',
          province: 'JP-27',
          city: '大阪市北区',
          address1: '例示4-5-6',
          address2: '',
        }
      : { ...shipping, name: buyer ?? '' },
    items: [
      {
        title: '焼き菓子詰め合わせ 24個入り',
        quantity: 2,
        price: { amount: 5400, currency: 'JPY' },
      },
      { title: 'ドリップコーヒー', quantity: 12, price: { amount: 1200, currency: 'JPY' } },
    ],
    history: {
      earlierOrders: isHeld ? 0 : 5,
      goodOrders: 5,
      firstOrderDaysAgo: isHeld ? null : 412,
    },
    holds: [
      {
        fulfillmentOrder: 'gid://shopify/FulfillmentOrder/1',
        status: isHeld ? 'ON_HOLD' : 'OPEN',
        ours: isHeld,
      },
    ],
    case: null,
    contact: null,
    snoozes: [],
    openCase: heldSince === null ? null : { openedAt: heldSince, reason: '' },
    outcome: null,
    disputes: [],
    tags: isHeld ? [`sekisho:${level}`, 'sekisho:held'] : [],
    test: false,
    judgedAt: ago(minutes - 1),
    adminUrl: `https://admin.shopify.com/store/example/orders/${id}`,
    actions: [],
    audit: audit(ago, minutes, isHeld, summary),
  };
}

const plan = (id: string, isHeld: boolean): PlanDto => ({
  hash: `plan-${id}`,
  cancel: { possible: false, refusal: 'invalid' },
  void: { possible: false, refusal: 'nothing_to_void' },
  capture: { possible: false },
  approve: true,
  release: isHeld,
  hold: !isHeld,
});

function audit(ago: Ago, minutes: number, isHeld: boolean, summary: OrderSummary): AuditDto[] {
  const judged: AuditDto = {
    at: ago(minutes - 1),
    by: 'app',
    byKind: 'app',
    what: 'judged',
    details: { level: summary.level, checks: summary.checks, points: summary.points },
  };
  if (!isHeld) return [judged];
  const held: AuditDto = {
    at: ago(minutes - 1),
    by: 'app',
    byKind: 'app',
    what: 'held',
    details: {},
  };
  return [judged, { ...held, what: 'tagged', details: { tags: `sekisho:${summary.level}` } }, held];
}
