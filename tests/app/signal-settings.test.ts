import sqlite3 from 'sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PreviewAnswer, SignalsAnswer } from '../../web/contract/signals.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { partTimer } from '../support/clerk-at-work.ts';
import { codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';
import { type TempDatabase, tempDatabase } from '../support/temp-database.ts';

let running: RunningApp;
let database: TempDatabase;

beforeEach(async () => {
  database = tempDatabase();
  running = await startApp({ databaseUrl: database.url });
  await running.call('GET', '/api/today');
  await running.settled();
  running.store.placeOrder(codPrank);
  running.store.placeOrder(ordinaryOrder);
  await running.settled();
}, 60_000);
afterEach(() => running.stop());

async function read<T>(method: string, path: string, body?: unknown, locale?: 'ja' | 'en') {
  const answer = await running.call(method, path, body, locale ? { locale } : {});
  const value: T = JSON.parse(JSON.stringify(answer.body));
  return { status: answer.status, value };
}
const settings = async () => (await running.call('GET', '/api/settings')).body;
const withJudgement = async (change: object) => {
  const document = await settings();
  return { ...document, judgement: { ...document.judgement, ...change } };
};
const preview = async (change: object) =>
  read<PreviewAnswer>('POST', '/api/settings/preview', { settings: await withJudgement(change) });

/** Changes whenever another connection has written: SQLite's own word for it. */
function dataVersion(db: sqlite3.Database): Promise<number> {
  return new Promise((resolve, reject) => {
    db.get<{ data_version: number }>('pragma data_version', (error, row) =>
      error ? reject(error) : resolve(row.data_version),
    );
  });
}

describe('GET /api/signals', () => {
  it('tells of every signal what it is, what can be set, and how often it fired', async () => {
    const { status, value } = await read<SignalsAnswer>('GET', '/api/signals');
    expect(status).toBe(200);
    expect(value.window).toBe(2);
    const cod = value.signals.find(({ id }) => id === 'cod-requested');
    expect(cod).toMatchObject({ own: { on: true, counts: true }, fired: { hits: 1 }, floor: null });
    const dear = value.signals.find(({ id }) => id === 'high-value-order');
    expect(dear?.parameters.map(({ key, unit, default: usual }) => [key, unit, usual])).toEqual([
      ['z', 'factor', 3],
      ['minAmount', 'yen', 10_000],
    ]);
    expect(dear?.reason).toContain('〇〇');
    expect(value.builtInWords.forwarders).toContain('転送コム');
  });

  it('answers in the language of the request, each preset with its weights', async () => {
    const { value } = await read<SignalsAnswer>('GET', '/api/signals', undefined, 'en');
    const cod = value.signals.find(({ id }) => id === 'cod-requested');
    expect(cod?.name).toMatch(/^[\x20-\x7e]+$/);
    expect(cod?.presets['strict-cod'].points).toBe(10);
    expect(cod?.preset).toEqual(cod?.presets.balanced);
    expect(value.signals.filter(({ weak }) => weak).map(({ id }) => id)).toEqual([
      'unnatural-japanese-note',
      'foreign-language-note',
      'latin-script-name',
      'staff-translated-email',
    ]);
  });
});

describe('saving', () => {
  it('refuses numbers that no rule has or that do not fit, by the name of the field', async () => {
    const before = await settings();
    const parameters = {
      'high-value-order': { z: 99, zz: 3, minAmount: 0.5 },
      'velocity-ip': { hours: 1.5 },
      'no-such-signal': { z: 3 },
    };
    const answer = await running.call('PUT', '/api/settings', await withJudgement({ parameters }));
    expect(answer.status).toBe(422);
    expect(answer.body.error.fields).toEqual({
      'judgement.parameters.high-value-order.z': 'too_big',
      'judgement.parameters.high-value-order.zz': 'unknown_parameter',
      'judgement.parameters.velocity-ip.hours': 'invalid_type',
      'judgement.parameters.no-such-signal': 'unknown_signal',
    });
    expect(await settings()).toEqual(before);
  });

  it('takes a document of many words, and no longer one', async () => {
    const words = (n: number) => ({
      ...{ shortStay: [], hotels: [], resaleGoods: [], urgent: [], freeMail: [] },
      forwarders: Array.from({ length: n }, (_, at) => `例示倉庫${at}`.padEnd(100, '庫')),
    });
    const long = await running.call(
      'PUT',
      '/api/settings',
      await withJudgement({ words: words(500) }),
    );
    expect(long.status).toBe(200);
    expect((await settings()).judgement.words.forwarders).toHaveLength(500);
    const longer = await withJudgement({ words: words(4000) });
    expect((await running.call('PUT', '/api/settings', longer)).status).toBe(413);
    const elsewhere = await running.call('POST', '/api/orders/1/approve', {
      note: 'あ'.repeat(100_000),
    });
    expect(elsewhere.status).toBe(413);
    await running.call('PUT', '/api/settings', await withJudgement({ words: words(0) }));
  });
});

describe('a preview', () => {
  it('shows which of the newest orders would change, and why', async () => {
    const same = await preview({});
    expect(same).toMatchObject({ status: 200, value: { orders: 2, changed: [] } });
    expect(same.value.before).toEqual(same.value.after);
    const milder = await preview({ by: 'points', signals: { 'cod-requested': { points: -100 } } });
    expect(milder.value.changed).toEqual([
      { id: expect.any(String), name: '#1001', from: 'high', to: 'normal', because: '代引き' },
    ]);
    expect(milder.value.before).toEqual({ normal: 1, caution: 0, high: 1 });
    expect(milder.value.after).toEqual({ normal: 2, caution: 0, high: 0 });
    expect([milder.value.heldBefore, milder.value.heldAfter]).toEqual([1, 0]);
    const stricter = await preview({ cautionChecks: 1 });
    expect(stricter.value.changed.map(({ to, because }) => [to, because])).toEqual([
      ['caution', expect.stringContaining('1項目に該当')],
    ]);
  });

  it('stops counting when nobody waits for it any more', async () => {
    const staff = {
      userId: '1',
      name: null,
      isOwner: true,
      scopes: null,
      locale: null,
      expiresAt: 0,
    };
    const caller = { shop: domain, locale: 'ja', staff } as const;
    const gone = AbortSignal.abort();
    const answer = await running.app.useCases.previewSettings(caller, await settings(), gone);
    expect(answer).toMatchObject({ ok: true, value: { orders: 0 } });
  });

  it('writes nothing', async () => {
    await running.settled();
    const db = new sqlite3.Database(database.file);
    const before = await dataVersion(db);
    expect((await preview({ cautionChecks: 1 })).status).toBe(200);
    expect(await dataVersion(db)).toBe(before);
    await running.call('PUT', '/api/settings', await settings());
    expect(await dataVersion(db)).not.toBe(before);
    db.close();
  });

  it('refuses what saving would refuse, by the same names, and who may not change settings', async () => {
    const wrong = await preview({ parameters: { 'velocity-ip': { hours: 0 } } });
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.value)).toContain('judgement.parameters.velocity-ip.hours');
    const bare = await running.call('POST', '/api/settings/preview', await settings());
    expect(bare.status).toBe(422);
    const document = await settings();
    const owner = { ...document, permissions: { ...document.permissions, settings: 'owner' } };
    expect((await running.call('PUT', '/api/settings', owner)).status).toBe(200);
    const asked = { settings: await settings() };
    const refused = await running.call('POST', '/api/settings/preview', asked, partTimer);
    expect(refused.status).toBe(403);
  });
});
