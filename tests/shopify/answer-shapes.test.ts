import fc from 'fast-check';
import {
  execute,
  type GraphQLOutputType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { applyEffects } from '../../web/shopify/operations/apply-effects.ts';
import { cancelOrder } from '../../web/shopify/operations/cancel-order.ts';
import { captureAuthorization } from '../../web/shopify/operations/capture-authorization.ts';
import { listChanges } from '../../web/shopify/operations/list-changes.ts';
import { listDisputes } from '../../web/shopify/operations/list-disputes.ts';
import { listOrders } from '../../web/shopify/operations/list-orders.ts';
import { readAuthorization } from '../../web/shopify/operations/read-authorization.ts';
import { readCancellation } from '../../web/shopify/operations/read-cancellation.ts';
import { readFulfillmentOrders } from '../../web/shopify/operations/read-fulfillment-orders.ts';
import { readOrder } from '../../web/shopify/operations/read-order.ts';
import { readOrders } from '../../web/shopify/operations/read-orders.ts';
import { readShop } from '../../web/shopify/operations/read-shop.ts';
import { removeNotice } from '../../web/shopify/operations/remove-notice.ts';
import type { AdminRequest } from '../../web/shopify/operations/request.ts';
import { voidAuthorization } from '../../web/shopify/operations/void-authorization.ts';
import { writeNotice } from '../../web/shopify/operations/write-notice.ts';
import { toOrderFacts } from '../../web/shopify/order-facts.ts';
import { toOrderSnapshot } from '../../web/shopify/order-snapshot.ts';
import { loadAdminSchema } from '../../web/standin/schema/load.ts';

const { schema } = loadAdminSchema();
const gid = (type: string) => `gid://shopify/${type}/1`;

const result = 'gid://shopify/OrderCancelJobResult/1';
/** Every request, and which type a `Node` of its answer is. */
const requests: [AdminRequest<unknown>, string][] = [
  [readOrder(gid('Order')), ''],
  [listOrders('', 3, null), ''],
  [listChanges({ since: 0, until: 1 }, null), ''],
  [readOrders([gid('Order')]), 'Order'],
  [listDisputes(), ''],
  [readFulfillmentOrders([gid('Order')]), 'Order'],
  [readCancellation(result, gid('Order')), 'OrderCancelJobResult'],
  [readCancellation(gid('Job'), gid('Order')), ''],
  [readAuthorization(gid('OrderTransaction')), 'OrderTransaction'],
  [readShop(), ''],
  [voidAuthorization(gid('OrderTransaction')), ''],
  [
    captureAuthorization({
      id: gid('Order'),
      parentTransactionId: gid('OrderTransaction'),
      amount: '1',
      currency: 'JPY',
    }),
    '',
  ],
  [
    cancelOrder({
      orderId: gid('Order'),
      reason: 'FRAUD',
      restock: true,
      notifyCustomer: false,
      refundMethod: null,
      staffNote: null,
    }),
    '',
  ],
  [writeNotice(gid('Shop'), 'fraud_notice', { ja: '', en: '' }), ''],
  [removeNotice(gid('Shop'), 'fraud_notice'), ''],
  [
    applyEffects(gid('Order'), [
      { field: 'tagsAdd', tags: ['a'] },
      {
        field: 'fulfillmentOrderHold',
        id: gid('FulfillmentOrder'),
        hold: { reason: 'OTHER', reasonNotes: '', handle: 'sekisho', notifyMerchant: false },
      },
    ]),
    '',
  ],
];

const scalars: Readonly<Record<string, unknown>> = {
  ID: 'gid://shopify/Thing/820982911946154508',
  String: '文字',
  Int: 3,
  Boolean: true,
  Decimal: '1000.0',
  UnsignedInt64: '18446744073709551615',
  DateTime: '2026-11-22T03:00:00Z',
};

type Draw = (choices: number) => number;

/** Any answer that the schema allows: nulls, empty lists and enum values as `draw` picks them. */
function answerOf(type: GraphQLOutputType, node: string, draw: Draw): unknown {
  if (isNonNullType(type)) return anyOf(type.ofType, node, draw);
  return draw(2) === 0 ? null : anyOf(type, node, draw);
}

function anyOf(type: GraphQLOutputType, node: string, draw: Draw): unknown {
  if (isListType(type)) {
    return Array.from({ length: draw(3) }, () => answerOf(type.ofType, node, draw));
  }
  if (isEnumType(type)) {
    const values = type.getValues();
    return values[draw(values.length)]?.value;
  }
  if (isScalarType(type)) {
    if (!Object.hasOwn(scalars, type.name)) throw new Error(`unexpected scalar ${type.name}`);
    return scalars[type.name];
  }
  if (!isAbstractType(type)) return {};
  const possible = schema.getPossibleTypes(type);
  return { __typename: type.name === 'Node' ? node : possible[draw(possible.length)]?.name };
}

function answer(request: AdminRequest<unknown>, node: string, draw: Draw): unknown {
  const executed = execute({
    schema,
    document: parse(request.document),
    variableValues: request.variables,
    fieldResolver: (_source, _args, _context, info) => answerOf(info.returnType, node, draw),
  });
  if ('then' in executed) throw new Error('expected an answer at once');
  expect(executed.errors).toBeUndefined();
  return JSON.parse(JSON.stringify(executed.data));
}

/** Draws from fast-check's numbers, then always the last choice: "not null", to come to an end. */
function drawFrom(numbers: readonly number[]): Draw {
  let place = 0;
  return (choices) => (numbers[place++] ?? choices - 1) % choices;
}

const numbers = fc.array(fc.nat({ max: 1000 }), { maxLength: 200 });

describe('an answer that the schema allows', () => {
  it.each(
    requests.map(([request, node], index) => [`${request.name} ${index}`, request, node] as const),
  )('is understood: %s', (_name, request, node) => {
    fc.assert(
      fc.property(numbers, (drawn) => {
        const data = answer(request, node, drawFrom(drawn));
        const parsed = request.answer.safeParse(data);
        expect(parsed.error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('becomes facts and a snapshot, whatever is null in it', () => {
    const request = readOrder(gid('Order'));
    fc.assert(
      fc.property(numbers, (drawn) => {
        const { order } = request.answer.parse(answer(request, '', drawFrom([1, ...drawn])));
        if (order === null) throw new Error('the first draw makes an order');
        const facts = toOrderFacts(order);
        expect(facts.id).toBe('820982911946154508');
        expect(facts.total).toBe(1000);
        expect(toOrderSnapshot(order).transactions).toHaveLength(order.transactions.length);
      }),
      { numRuns: 200 },
    );
  });
});
