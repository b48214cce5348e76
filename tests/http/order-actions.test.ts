import { describe, expect, it } from 'vitest';
import { otherShop, shop } from './support/names.ts';
import { startApp } from './support/start-app.ts';

const start = async () => {
  const server = await startApp();
  server.useCases.addOrder(shop, '1001');
  server.useCases.addOrder(otherShop, '2002');
  return server;
};

describe('actions on an order', () => {
  it.each(['cancel', 'void', 'approve', 'release', 'reassess'])(
    '%s without a body takes the defaults: 202, and 200 for the same again',
    async (kind) => {
      const { call, useCases } = await start();
      const first = await call('POST', `/api/orders/1001/${kind}`);
      expect(first.status).toBe(202);
      expect(await first.json()).toMatchObject({
        action: { id: `act-${kind}`, kind, state: 'scheduled' },
        order: { id: '1001' },
      });
      const again = await call('POST', `/api/orders/1001/${kind}`, { body: {} });
      expect(again.status).toBe(200);
      expect(await again.json()).not.toHaveProperty('created');
      expect(useCases.actions).toHaveLength(1);
    },
  );

  it('fills in the defaults of cancel, and keeps what was said', async () => {
    const { call, useCases } = await start();
    const body = { refund: false, note: ' 電話で確認 ', seen: 'h1' };
    await call('POST', '/api/orders/1001/cancel', { body });
    expect(useCases.actions[0]?.body).toEqual({
      reason: 'FRAUD',
      restock: true,
      refund: false,
      notifyCustomer: false,
      note: '電話で確認',
      seen: 'h1',
    });
  });

  it('reads a body whatever its content type says: cancel must not fall back to its defaults', async () => {
    const { call, useCases } = await start();
    const headers = { 'content-type': 'text/plain' };
    await call('POST', '/api/orders/1001/cancel', { headers, body: { refund: false } });
    expect(useCases.actions[0]?.body).toMatchObject({ refund: false });
  });

  it.each([
    ['cancel', { reason: 'BORED' }, 'reason', 'invalid_value'],
    ['cancel', { refund: 'yes' }, 'refund', 'invalid_type'],
    ['cancel', { amount: 1 }, 'amount', 'unrecognized_keys'],
    ['cancel', { note: 'あ'.repeat(256) }, 'note', 'too_big'],
    ['hold', {}, 'note', 'invalid_type'],
    ['hold', { note: ' ' }, 'note', 'too_small'],
    ['reassess', { note: 'x' }, 'note', 'unrecognized_keys'],
    ['undo', {}, 'actionId', 'invalid_type'],
    ['checks', { check: 'email-free', result: 'hit' }, 'check', 'invalid_format'],
    ['checks', { check: 'staff-photo', result: 'maybe' }, 'result', 'invalid_value'],
  ])('%s %j is answered 422 naming the field', async (verb, body, field, code) => {
    const { call, useCases } = await start();
    const answer = await call('POST', `/api/orders/1001/${verb}`, { body });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      error: { code: 'invalid', fields: { [field]: code } },
    });
    expect(useCases.actions).toEqual([]);
  });

  it.each(['{"note":', '[1', 'null x', '"text"'])('answers 400 to %s', async (body) => {
    const { call, useCases } = await start();
    const answer = await call('POST', '/api/orders/1001/void', { body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'invalid_json' } });
    expect(useCases.actions).toEqual([]);
  });

  it('answers 413 to a body of more than 100 kB', async () => {
    const { call } = await start();
    const answer = await call('POST', '/api/orders/1001/void', {
      body: { note: 'a'.repeat(100_000) },
    });
    expect(answer.status).toBe(413);
  });

  it.each(['cancel', 'void', 'approve', 'release', 'reassess'])(
    '%s answers 404 for an order of another shop',
    async (verb) => {
      const { call } = await start();
      expect((await call('POST', `/api/orders/2002/${verb}`)).status).toBe(404);
    },
  );

  it('takes an action back by its id', async () => {
    const { call } = await start();
    const answer = await call('POST', '/api/orders/1001/undo', {
      body: { actionId: 'act-cancel' },
    });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({ action: { state: 'undone' } });
    const other = await call('POST', '/api/orders/1001/undo', { body: { actionId: 'act-9' } });
    expect(other.status).toBe(404);
  });

  it('records what staff found', async () => {
    const { call } = await start();
    const body = { check: 'staff-photo', result: 'hit', note: '空き家' };
    const answer = await call('POST', '/api/orders/1001/checks', { body });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ id: '1001', headline: 'staff-photo' });
  });

  it.each(['delete', 'capture'])('has no %s: 404', async (verb) => {
    const { call } = await start();
    expect((await call('POST', `/api/orders/1001/${verb}`)).status).toBe(404);
    expect((await call('GET', `/api/orders/1001/cancel`)).status).toBe(404);
  });
});
