import type { ErrorBody, ErrorCode } from '../../../web/contract/errors.ts';
import { errorStatus } from '../../../web/contract/errors.ts';
import type { MeAnswer, PaymentNamesAnswer, StatusAnswer } from '../../../web/contract/today.ts';
import { nothingMissed } from '../../support/reconciliation.ts';

export interface FakeAnswer {
  status: number;
  body: unknown;
}

export interface FakeOptions {
  now: () => Date;
  mode: 'observe' | 'act';
  mayCancel: boolean;
  maySettings: boolean;
  isEmpty: boolean;
  locale: 'ja' | 'en';
}

export function meAnswer({ locale, mayCancel, maySettings }: FakeOptions): MeAnswer {
  return {
    shop: 'reidai.myshopify.com',
    shopName: '例示菓子店',
    userId: '90000001',
    name: '例示 スタッフ',
    locale,
    timezone: 'Asia/Tokyo',
    currency: 'JPY',
    may: { cancel: mayCancel, settings: maySettings },
  };
}

export function statusAnswer(now: Date, isNoticeOn: boolean): StatusAnswer {
  return {
    shop: 'reidai.myshopify.com',
    version: '0.1.0',
    mode: 'act',
    hasToken: true,
    missingScopes: ['write_third_party_fulfillment_orders'],
    queue: { waiting: 2, failed: 1, oldestSeconds: 3.2 },
    failures: [
      {
        id: '1',
        kind: 'act-on-order',
        order: '5000880',
        at: now.toISOString(),
        error: 'Shopify: 503 Service Unavailable',
        attempts: 8,
      },
    ],
    delayed: {
      count: 1,
      tasks: [
        {
          id: '2',
          kind: 'act-on-order',
          order: '5000881',
          since: new Date(now.getTime() - 50 * 60_000).toISOString(),
          nextAt: new Date(now.getTime() + 4 * 60_000).toISOString(),
          error: 'shop-unavailable locked',
          attempts: 13,
        },
      ],
      shopAway: { why: 'locked', since: new Date(now.getTime() - 50 * 60_000).toISOString() },
    },
    deployment: {
      threeDsNotice: isNoticeOn ? 'deployed' : 'off',
      fraudNotice: 'off',
      checkout: {
        payment: { state: 'off', standing: 0, refusal: null, meter: null },
        validation: { state: 'off', standing: 0, refusal: null, meter: null },
        ...{ deployedAt: null, check: null },
      },
    },
    alerts: { waiting: 0, failed: [] },
    breakerTrippedAt: null,
    openDataRequests: 0,
    watchdog: { flaggedNotHeld: 0, heldWithoutCase: 0 },
    reconciliation: nothingMissed,
  };
}

export function paymentNames(now: Date): PaymentNamesAnswer {
  const names = ['Shopify ペイメント', '代金引換', 'コンビニ決済', '銀行振込'];
  return {
    names: names.map((name, index) => ({
      name,
      orders: 420 - index * 97,
      lastSeenAt: now.toISOString(),
    })),
  };
}

export const ok = (body: unknown): FakeAnswer => ({ status: 200, body });

export function refusal(
  code: ErrorCode,
  more: { fields?: Record<string, string>; plan?: unknown } = {},
  message: string = code,
): FakeAnswer {
  const body: ErrorBody = { error: { code, message, requestId: 'req-0001', ...more } };
  return { status: errorStatus[code], body };
}
