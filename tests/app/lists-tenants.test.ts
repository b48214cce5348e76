import { beforeEach, describe, expect, it } from 'vitest';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { entryBody } from '../support/list-bodies.ts';
import { codPrank } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const other = { shop: 'hoka.myshopify.com' };
const body = entryBody({ emails: ['reidai-x9@example.jp'] });
let entry: string;
let order: string;

beforeEach(async () => {
  clerk.running.standIn.addShop({ domain: other.shop });
  order = await clerk.arrived(codPrank);
  entry = (await clerk.running.call('POST', '/api/lists', body)).body.entry.id;
});

const routes: readonly [string, (ids: { entry: string; order: string }) => string, unknown?][] = [
  ['PUT', (ids) => `/api/lists/${ids.entry}`, body],
  ['DELETE', (ids) => `/api/lists/${ids.entry}`],
  ['POST', (ids) => `/api/lists/${ids.entry}/restore`],
  ['GET', (ids) => `/api/orders/${ids.order}/list-proposal`],
];

describe('another shop’s list', () => {
  it.each(routes)('does not exist for %s %s', async (method, path, sent) => {
    const foreign = await clerk.running.call(method, path({ entry, order }), sent, other);
    expect(foreign).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
    const { entries } = (await clerk.running.call('GET', '/api/lists')).body;
    expect(entries).toMatchObject([{ id: entry, kind: 'fraud' }]);
  });

  it('is neither searched, nor counted, nor exported, nor changed by bulk, nor taken an order of', async () => {
    const call = (method: string, path: string, sent?: unknown) =>
      clerk.running.call(method, path, sent, other);
    const found = (await call('GET', '/api/lists?q=reidai-x9@example.jp')).body;
    expect(found).toMatchObject({ entries: [], counts: { fraud: 0 } });
    const bulk = await call('POST', '/api/lists/bulk', { ids: [entry], change: { do: 'remove' } });
    expect(bulk.body.results).toEqual([{ id: entry, result: 'not_found' }]);
    expect((await call('POST', '/api/lists', { ...body, orderId: order })).status).toBe(404);
    const csv = await exported(other.shop);
    expect(csv).not.toContain('reidai-x9');
    expect(await exported('reidai.myshopify.com')).toContain('reidai-x9');
  });

  it('has no orders for this shop’s report of returns', async () => {
    const name = clerk.store(order).name;
    expect(await returned(other.shop, name)).toMatchObject([{ result: 'not_found', order: null }]);
    expect(await returned('reidai.myshopify.com', name)).toMatchObject([
      { result: 'ready', order: { id: order, name } },
    ]);
  });

  it('is for nobody without a session', async () => {
    for (const path of ['/api/lists', '/api/lists/export', `/api/orders/${order}/list-proposal`]) {
      expect((await fetch(`${clerk.running.origin}${path}`)).status, path).toBe(401);
    }
  });
});

const headers = (shop: string) => ({
  authorization: `Bearer ${clerk.running.standIn.sessionToken(shop)}`,
});

async function exported(shop: string): Promise<string> {
  const answer = await fetch(`${clerk.running.origin}/api/lists/export`, {
    headers: headers(shop),
  });
  return answer.text();
}

async function returned(shop: string, name: string): Promise<unknown> {
  const answer = await fetch(`${clerk.running.origin}/api/returns`, {
    method: 'POST',
    headers: { ...headers(shop), 'content-type': 'text/csv' },
    body: `お客様管理番号\n${name}\n`,
  });
  const { rows }: { rows: unknown } = JSON.parse(await answer.text());
  return rows;
}
