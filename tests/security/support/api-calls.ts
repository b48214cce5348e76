import type { ShopIds } from './fill-shop.ts';
import { privacyCalls } from './privacy-calls.ts';

/**
 * How each route of `/api` is called so that nothing but whose ids they are can be wrong with it. The
 * tests compare these names with the router's: a route that is added needs its line here.
 */
export interface ApiCall {
  readonly path: (ids: ShopIds) => string;
  /** Sent as JSON. */
  readonly body?: (ids: ShopIds, settings: object) => unknown;
  /** Sent as it is. */
  readonly file?: string;
  /** What an id of another shop is answered where it stands in query or body; a path's is always 404. */
  readonly foreign?: number;
  /** Who may do it only if the merchant lets them. */
  readonly needs?: 'cancel' | 'settings';
}

const fixed = (path: string, rest: Omit<ApiCall, 'path'> = {}): ApiCall => ({
  path: () => path,
  ...rest,
});
const onOrder = (verb: string, rest: Omit<ApiCall, 'path'> = {}): ApiCall => ({
  path: ({ order }) => `/api/orders/${order}${verb}`,
  ...rest,
});
const note = '電話で確認';

const orders: Record<string, ApiCall> = {
  'GET /api/orders': {
    path: ({ cursor }) => `/api/orders?q=%231001&cursor=${cursor}&limit=10&level=high,caution`,
    foreign: 200,
  },
  'GET /api/orders/:id': onOrder(''),
  'POST /api/orders/:id/cancel': onOrder('/cancel', {
    body: () => ({
      reason: 'FRAUD',
      restock: true,
      refund: true,
      notifyCustomer: false,
      note,
      seen: 'x',
    }),
    needs: 'cancel',
  }),
  'POST /api/orders/:id/void': {
    path: ({ cancelled }) => `/api/orders/${cancelled}/void`,
    body: () => ({ note, seen: 'x' }),
    needs: 'cancel',
  },
  'POST /api/orders/:id/approve': onOrder('/approve', {
    body: () => ({ note, capture: false, seen: 'x' }),
  }),
  'POST /api/orders/:id/release': onOrder('/release', { body: () => ({ note }) }),
  'POST /api/orders/:id/hold': onOrder('/hold', { body: () => ({ note }) }),
  'POST /api/orders/:id/reassess': onOrder('/reassess', { body: () => ({}) }),
  'POST /api/orders/:id/undo': {
    path: ({ cancelled }) => `/api/orders/${cancelled}/undo`,
    body: ({ action }) => ({ actionId: action }),
    foreign: 404,
  },
  'POST /api/orders/:id/outcome': onOrder('/outcome', {
    body: () => ({
      outcome: {
        kind: 'refused',
        note,
        loss: { shippingOut: 800, shippingBack: 800, codFee: 330, goods: 0 },
      },
    }),
  }),
  'POST /api/orders/:id/checks': onOrder('/checks', {
    body: () => ({ check: 'staff-company-no-website', result: 'hit', note }),
  }),
  'GET /api/orders/:id/contact': onOrder('/contact?template=phone-request&language=ja'),
  'POST /api/orders/:id/contact': onOrder('/contact', {
    body: () => ({
      template: 'id-request',
      way: 'copy',
      language: 'ja',
      mail: { subject: 'ご確認', text: 'ご確認をお願いします。' },
    }),
  }),
  'POST /api/orders/:id/calls': onOrder('/calls', {
    body: () => ({ result: 'not-reached', number: '03-1234-5678', note }),
  }),
  'POST /api/orders/:id/answer': onOrder('/answer', { body: () => ({ answer: 'other', note }) }),
  'POST /api/orders/:id/id-seen': onOrder('/id-seen', { body: () => ({ seen: true }) }),
  'POST /api/orders/:id/notes': onOrder('/notes', { body: () => ({ text: note }) }),
  'POST /api/orders/:id/snooze': onOrder('/snooze', {
    body: () => ({ signal: 'email-invalid', days: 3, note }),
  }),
  'DELETE /api/orders/:id/snooze/:snooze': {
    path: ({ order, snooze }) => `/api/orders/${order}/snooze/${snooze}`,
  },
  'GET /api/orders/:id/list-proposal': onOrder('/list-proposal'),
  'POST /api/orders/:id/no-answer': onOrder('/no-answer', { body: () => ({}) }),
};

const queue: Record<string, ApiCall> = {
  'GET /api/queue': fixed('/api/queue?level=high&who=me&sort=age&limit=10'),
  'GET /api/queue/version': fixed('/api/queue/version'),
  'POST /api/queue/views': fixed('/api/queue/views', {
    body: () => ({ name: '自分の分', query: 'who=me', shared: false }),
  }),
  'DELETE /api/queue/views/:id': { path: ({ view }) => `/api/queue/views/${view}` },
  'POST /api/cases/:id/assign': {
    path: ({ row }) => `/api/cases/${row}/assign`,
    body: () => ({ to: '90000001' }),
  },
  'POST /api/cases/:id/merge': {
    path: ({ row }) => `/api/cases/${row}/merge`,
    body: ({ otherRow }) => ({ with: otherRow }),
    foreign: 404,
  },
  'POST /api/cases/:id/split': {
    path: ({ row }) => `/api/cases/${row}/split`,
    body: ({ cancelled }) => ({ orderId: cancelled }),
    foreign: 404,
  },
  'POST /api/bulk': fixed('/api/bulk', {
    body: ({ row }) => ({ do: 'assign', cases: [row], to: '90000001', note }),
    foreign: 404,
  }),
  'GET /api/bulk': fixed('/api/bulk'),
  'GET /api/bulk/:id': { path: ({ run }) => `/api/bulk/${run}` },
  'POST /api/bulk/:id/stop': { path: ({ run }) => `/api/bulk/${run}/stop`, body: () => ({}) },
};

const entry = {
  kind: 'cod',
  reason: 'refused',
  note: '受取拒否',
  expiresAt: '2030-01-01T00:00:00+09:00',
  identity: {
    emails: ['hito@example.jp'],
    phones: ['090-1234-5678'],
    name: '例示 花子',
    reading: 'れいじ はなこ',
    address: {
      zip: '150-0001',
      province: 'JP-13',
      city: '渋谷区',
      address1: '神宮前99-1-2',
      address2: '例示ハイツ101',
    },
    ip: '192.0.2.11',
    card: { bin: '411111', last4: '1111', expiry: '12/2030' },
  },
};
const importSettings = {
  mapping: ['email', 'name'],
  kind: 'watch',
  encoding: 'utf-8',
  skipBadRows: true,
};

const lists: Record<string, ApiCall> = {
  'GET /api/lists': fixed('/api/lists?kind=fraud,cod&q=hito@example.jp&limit=10'),
  'GET /api/lists/export': fixed('/api/lists/export?kind=cod', { needs: 'settings' }),
  'POST /api/lists': fixed('/api/lists', {
    body: ({ order }) => ({ ...entry, orderId: order }),
    foreign: 404,
  }),
  'POST /api/lists/bulk': fixed('/api/lists/bulk', {
    body: (ids) => ({ ids: [ids.entry], change: { do: 'kind', kind: 'watch' } }),
    foreign: 200,
    needs: 'settings',
  }),
  'PUT /api/lists/:id': { path: (ids) => `/api/lists/${ids.entry}`, body: () => entry },
  'DELETE /api/lists/:id': { path: (ids) => `/api/lists/${ids.entry}`, body: () => ({ note }) },
  'POST /api/lists/:id/restore': {
    path: (ids) => `/api/lists/${ids.entry}/restore`,
    body: () => ({ note }),
  },
  'POST /api/lists/imports': fixed('/api/lists/imports?name=a.csv', {
    file: 'メール\r\nhito@example.jp\r\n',
    needs: 'settings',
  }),
  'GET /api/lists/imports': fixed('/api/lists/imports'),
  'GET /api/lists/imports/:id': { path: ({ importId }) => `/api/lists/imports/${importId}` },
  'PUT /api/lists/imports/:id': {
    path: ({ importId }) => `/api/lists/imports/${importId}`,
    body: () => importSettings,
    needs: 'settings',
  },
  'POST /api/lists/imports/:id/start': {
    path: ({ importId }) => `/api/lists/imports/${importId}/start`,
    body: () => ({}),
    needs: 'settings',
  },
  'DELETE /api/lists/imports/:id': {
    path: ({ importId }) => `/api/lists/imports/${importId}`,
    needs: 'settings',
  },
  'POST /api/returns': fixed('/api/returns?apply=1&encoding=utf-8&outcome=refused', {
    file: 'お客様管理番号,結果\r\n#1001,受取拒否\r\n',
    foreign: 200,
  }),
};

const buyer = {
  email: 'hito@example.jp',
  phone: '090-1234-5678',
  zip: '150-0001',
  province: 'JP-13',
  city: '渋谷区',
  address1: '神宮前99-1-2',
  address2: '',
  company: '',
  orders: 0,
  amount: 5000,
  quantity: 1,
  productTagged: false,
  customerTagged: false,
};

const rest: Record<string, ApiCall> = {
  'GET /api/settings': fixed('/api/settings'),
  'PUT /api/settings': fixed('/api/settings', {
    body: (_ids, settings) => settings,
    needs: 'settings',
  }),
  'POST /api/settings/preview': fixed('/api/settings/preview', {
    body: (_ids, settings) => ({ settings }),
    needs: 'settings',
  }),
  'POST /api/checkout/try': fixed('/api/checkout/try', {
    body: (_ids, settings) => ({ settings, buyer }),
  }),
  'POST /api/checkout/preview': fixed('/api/checkout/preview', {
    body: (_ids, settings) => ({ settings }),
  }),
  'GET /api/templates': fixed('/api/templates'),
  'POST /api/templates/preview': fixed('/api/templates/preview', {
    body: ({ order }) => ({
      template: 'phone-request',
      language: 'ja',
      mail: { subject: '{{注文番号}}', text: '{{お名前}} 様 {{お届け先}} {{注文内容}}' },
      orderId: order,
    }),
    foreign: 404,
  }),
  'POST /api/alerts/test': fixed('/api/alerts/test', {
    body: () => ({ channel: 'slack' }),
    needs: 'settings',
  }),
  'GET /api/mails': fixed('/api/mails'),
  'POST /api/mail/test': fixed('/api/mail/test', {
    body: (_ids, settings) => ({
      to: 'hito@example.jp',
      mail: 'mail' in settings ? settings.mail : {},
    }),
    needs: 'settings',
  }),
  'POST /api/mails/:id/again': { path: ({ mail }) => `/api/mails/${mail}/again`, body: () => ({}) },
  'POST /api/mails/:id/arrived': {
    path: ({ mail }) => `/api/mails/${mail}/arrived`,
    body: () => ({}),
  },
  'POST /api/mails/:id/bounced': {
    path: ({ mail }) => `/api/mails/${mail}/bounced`,
    body: () => ({ note }),
  },
  'GET /api/audit': {
    path: ({ order }) => `/api/audit?order=${order}&from=2026-01-01&who=app&limit=10`,
    foreign: 200,
  },
  'GET /api/audit/export': {
    path: ({ order }) => `/api/audit/export?order=${order}`,
    foreign: 200,
    needs: 'settings',
  },
  'POST /api/status/retry': fixed('/api/status/retry', { body: () => ({}) }),
  'GET /api/automation': fixed('/api/automation'),
  'POST /api/automation/resume': fixed('/api/automation/resume', {
    body: () => ({}),
    needs: 'settings',
  }),
  ...Object.fromEntries(
    ['today', 'status', 'checkout', 'me', 'payment-names', 'signals', 'about'].map((name) => [
      `GET /api/${name}`,
      fixed(`/api/${name}`),
    ]),
  ),
};

export const apiCalls: Readonly<Record<string, ApiCall>> = {
  ...privacyCalls,
  ...orders,
  ...queue,
  ...lists,
  ...rest,
};
