import { describe, expect, it } from 'vitest';
import { createLog, maskPersonalData } from '../../web/log.ts';
import { shop } from './support/names.ts';
import { startApp, webhookHeaders } from './support/start-app.ts';

const personal =
  /佐藤|花子|hanako|@|09012345678|090-1234|5678|渋谷|150-0002|eyJ|shpat|the-app-secret/;

describe('the log', () => {
  it('has every request with its id, and nothing of the person in it', async () => {
    const { call, get, origin, logged, useCases } = await startApp();
    useCases.addOrder(shop, '1001');
    const order = JSON.stringify({
      id: 1,
      email: 'hanako@example.jp',
      phone: '09012345678',
      shipping_address: { name: '佐藤 花子', city: '渋谷区', zip: '150-0002' },
    });
    const body = order;
    await fetch(`${origin}/api/webhooks`, { method: 'POST', headers: webhookHeaders(body), body });
    await fetch(`${origin}/api/webhooks`, { method: 'POST', headers: webhookHeaders('x'), body });
    await call('GET', `/api/orders?q=${encodeURIComponent('hanako@example.jp')}&limit=10`);
    await call('GET', '/api/orders/hanako@example.jp');
    await call('GET', `/${encodeURIComponent('佐藤花子')}?q=09012345678`);
    await call('POST', '/api/orders/1001/hold', { body: { note: '佐藤花子 090-1234-5678' } });
    await call('POST', '/api/orders/1001/hold', { body: '{"note":"hanako@example.jp"' });
    await call('GET', '/api/me', { token: { secret: 'wrong' } });
    await get(`/?shop=${shop}&host=x&id_token=eyJhbGciOiJIUzI1NiJ9.e30.x`);
    useCases.fault = new Error("insert into orders values ('佐藤 花子', 'hanako@example.jp')");
    await call('GET', '/api/orders?q=hanako@example.jp');

    const text = logged.join('');
    expect(text).not.toMatch(personal);
    const lines = logged.map((line) => JSON.parse(line));
    expect(lines.filter((line) => line.msg === 'request')).toHaveLength(8);
    expect(lines.filter((line) => line.msg === 'webhook')).toHaveLength(2);
    expect(lines).toContainEqual(
      expect.objectContaining({
        route: '/api/orders/:id/hold',
        status: 202,
        shop,
        requestId: 'req-6',
      }),
    );
    const failure = lines.find((line) => line.msg === 'request failed');
    expect(failure).toMatchObject({
      level: 'error',
      err: { type: 'Error', message: 'insert into orders values (…, …)' },
    });
    expect(failure.err.stack[0]).toContain('at ');
  });

  it('masks secrets and people that a caller logs by mistake', () => {
    const logged: string[] = [];
    const log = createLog('info', { write: (line) => void logged.push(line) });
    log.info({ accessToken: 'shpat_1', order: { email: 'hanako@example.jp' } }, 'oops');
    log.child({ shop }).warn({ session: { user: { phone: '09012345678' } } }, 'oops');
    expect(logged.join('')).not.toMatch(personal);
    expect(logged.join('')).toContain(shop);
  });

  it.each([
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['duplicate key value "hanako@example.jp"', 'duplicate key value …'],
    ['no such order: 佐藤 花子様', 'no such order: … …'],
    ['call +81 90-1234-5678 now', 'call … now'],
    ['bad token eyJhbGciOi.e30.x-y_z', 'bad token …'],
  ])('keeps what helps of %j', (message, kept) => {
    expect(maskPersonalData(message)).toBe(kept);
  });

  it('names an error, its code and its cause', () => {
    const logged: string[] = [];
    const log = createLog('info', { write: (line) => void logged.push(line) });
    const cause = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
    log.error({ err: new Error('could not save', { cause }) }, 'task failed');
    log.error({ err: 'a text that was thrown by 佐藤' }, 'task failed');
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({
      err: {
        message: 'could not save',
        cause: { code: 'SQLITE_BUSY', message: 'database is locked' },
      },
    });
    expect(JSON.parse(logged[1] ?? '').err).toEqual({ type: 'string', message: '', stack: [] });
  });
});
