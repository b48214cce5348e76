import { describe, expect, it } from 'vitest';
import { errorIn, startApp } from './support/start-app.ts';

const entry = { kind: 'cod', reason: 'refused', identity: { emails: ['reidai@example.jp'] } };

describe('the routes of the lists', () => {
  it('tell a new entry by 201, and need no body to remove or restore one', async () => {
    const { call } = await startApp();
    expect((await call('POST', '/api/lists', { body: entry })).status).toBe(201);
    expect((await call('DELETE', '/api/lists/e-1')).status).toBe(200);
    expect((await call('POST', '/api/lists/e-1/restore')).status).toBe(200);
    const changed = await call('PUT', '/api/lists/e-1', { body: entry });
    expect(await changed.json()).toMatchObject({ entry: { id: 'e-1' }, duplicate: false });
  });

  it('name the fields that they refuse', async () => {
    const { call } = await startApp();
    const refused = async (method: string, path: string, body?: unknown) => {
      const answer = await call(method, path, { body });
      expect(answer.status).toBe(422);
      return (await errorIn(answer)).fields;
    };
    expect(await refused('POST', '/api/lists', { ...entry, kind: 'black' })).toHaveProperty('kind');
    expect(await refused('POST', '/api/lists', { ...entry, stray: 1 })).toHaveProperty('stray');
    expect(
      await refused('POST', '/api/lists/bulk', { ids: [], change: { do: 'remove' } }),
    ).toHaveProperty('ids');
    expect(await refused('GET', '/api/lists?kind=fraud,black')).toHaveProperty('kind.1');
    expect(await refused('GET', '/api/lists/export?kind=x')).toHaveProperty('kind.0');
    expect(await refused('POST', '/api/returns?mapping=order,what', 'x')).toHaveProperty(
      'mapping.1',
    );
  });

  it('send an export as a file that a spreadsheet opens', async () => {
    const { call } = await startApp();
    const answer = await call('GET', '/api/lists/export');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w.-]+\.csv"$/,
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('take a report of returns as it is, and know no entry by a name that none has', async () => {
    const { call } = await startApp();
    expect((await call('POST', '/api/returns', { body: '注文番号\n#1001\n' })).status).toBe(200);
    for (const id of ['..%2F..', 'a'.repeat(65), '%00', 'e 1']) {
      expect((await call('DELETE', `/api/lists/${id}`)).status, id).toBe(404);
    }
    expect((await call('GET', '/api/orders/x1/list-proposal')).status).toBe(404);
  });
});
