import { describe, expect, it } from 'vitest';
import { clerkAtWork, partTimer } from '../support/clerk-at-work.ts';
import { entryBody, sameRoomOtherwise } from '../support/list-bodies.ts';
import { cardThief, codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const api = (method: string, path: string, body?: unknown, as = {}) =>
  clerk.running.call(method, path, body, as);
const add = (body: object) => api('POST', '/api/lists', body);
const ids = async (query: string) =>
  (await api('GET', `/api/lists?${query}`)).body.entries.map(({ id }) => id);

const onlyOwner = async () => {
  const { body } = await api('GET', '/api/settings');
  await clerk.running.changeSettings({ permissions: { ...body.permissions, settings: 'owner' } });
};

describe('an entry', () => {
  it('keeps what was typed, who added it and when, and expires after 36 months', async () => {
    const { status, body } = await add(
      entryBody(
        { emails: ['Ｒｅｉｄａｉ@example.jp'], address: sameRoomOtherwise },
        { reason: 'prank', note: '電話で確認' },
      ),
    );
    expect(status).toBe(201);
    expect(body.entry).toMatchObject({
      kind: 'fraud',
      identity: { emails: ['Ｒｅｉｄａｉ@example.jp'], address: sameRoomOtherwise },
      note: '電話で確認',
      addedAt: clerk.clock.iso(),
      addedBy: { kind: 'staff', name: expect.stringContaining('例題') },
      order: null,
      expiresAt: '2029-11-22T03:00:00.000Z',
    });
    const forever = await add(entryBody({ phones: ['0312345602'] }, { expiresAt: null }));
    expect(forever.body.entry.expiresAt).toBeNull();
  });

  it('in another spelling is told as the one that stands already', async () => {
    const first = (await add(entryBody({ emails: ['reidai.tanaka@gmail.com'] }))).body.entry;
    const again = await add(entryBody({ emails: ['ReidaiTanaka+x@googlemail.com'] }));
    expect(again).toMatchObject({
      status: 200,
      body: { duplicate: true, entry: { id: first.id } },
    });
    expect(await ids('')).toEqual([first.id]);
    // Another list is another statement about the same person.
    expect(
      (await add(entryBody({ emails: ['reidai.tanaka@gmail.com'] }, { kind: 'cod' }))).status,
    ).toBe(201);
  });

  it('is changed, removed and restored, each with a line in the audit log', async () => {
    const { id } = (await add(entryBody({ emails: ['a@example.jp'] }))).body.entry;
    const changed = await api(
      'PUT',
      `/api/lists/${id}`,
      entryBody({ emails: ['b@example.jp'] }, { kind: 'watch' }),
    );
    expect(changed).toMatchObject({
      status: 200,
      body: { entry: { id, kind: 'watch', addedAt: clerk.clock.iso() } },
    });
    expect(await ids('q=a@example.jp')).toEqual([]);
    expect(await ids('q=B@example.jp&kind=watch')).toEqual([id]);
    expect((await api('DELETE', `/api/lists/${id}`, { note: '誤登録' })).status).toBe(200);
    expect(await ids('')).toEqual([]);
    expect((await api('DELETE', `/api/lists/${id}`)).status).toBe(404);
    expect((await api('POST', `/api/lists/${id}/restore`)).status).toBe(200);
    expect(await ids('')).toEqual([id]);
  });

  it('taken from an order remembers it, and its order’s time line tells of it', async () => {
    const orderId = await clerk.arrived(codPrank);
    const { entry } = (
      await add({ ...entryBody({ phones: ['09012345678'] }, { kind: 'cod' }), orderId })
    ).body;
    expect(entry.order).toEqual({ id: orderId, name: expect.stringMatching(/^#\d+$/) });
    const { body: proposal } = await api('GET', `/api/orders/${orderId}/list-proposal`);
    expect(proposal.existing.map(({ id }) => id)).toEqual([entry.id]);
    await api('DELETE', `/api/lists/${entry.id}`, { note: '誤登録' });
    const lines = (await clerk.read(orderId)).audit.filter(({ what }) => what.startsWith('list-'));
    expect(lines.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['list-removed', 'list-added']),
    );
    expect(lines.find(({ what }) => what === 'list-removed')).toMatchObject({
      byKind: 'staff',
      by: expect.stringContaining('例題'),
      details: { entry: entry.id, listKind: 'cod', note: '誤登録' },
    });
  });

  it('is refused by name where nothing could be recognised by it, or the reason accuses a victim', async () => {
    const fields = async (body: object) => (await add(body)).body.error.fields;
    expect(await fields(entryBody({}))).toEqual({ identity: 'no_key' });
    expect(await fields(entryBody({ emails: ['x'], phones: ['12'] }))).toEqual({
      'identity.emails.0': 'unusable',
      'identity.phones.0': 'unusable',
    });
    const victim = { kind: 'protected', reason: 'stolen-card' } as const;
    expect(await fields(entryBody({ phones: ['0312345603'] }, victim))).toEqual({
      reason: 'not_for_kind',
    });
    expect(
      await fields(entryBody({ phones: ['0312345603'] }, { expiresAt: '2020-01-01T00:00:00Z' })),
    ).toEqual({
      expiresAt: 'past',
    });
    const warehouse = {
      province: 'JP-27',
      city: '大阪市西区',
      address1: '本田4-1-7',
      address2: '転送コム',
    };
    expect(await fields(entryBody({ address: { zip: '', ...warehouse } }))).toEqual({
      'identity.address': 'forwarder_without_code',
    });
    expect(await ids('')).toEqual([]);
  });

  it('of nobody’s order or of another shop’s order is not made', async () => {
    expect((await add({ ...entryBody({ phones: ['0312345604'] }), orderId: '99' })).status).toBe(
      404,
    );
    expect(await ids('')).toEqual([]);
  });
});

describe('the search box', () => {
  it('finds an entry by e-mail, phone, name, reading, address and IP, however they are written', async () => {
    const { entry } = (
      await add(
        entryBody({
          emails: ['reidai-x9@example.jp'],
          phones: ['03-1234-5605'],
          name: '渡邊 例示',
          reading: 'ワタナベ レイジ',
          address: sameRoomOtherwise,
          ip: '192.0.2.77',
        }),
      )
    ).body;
    await add(entryBody({ emails: ['hoka@example.jp'], name: '別人' }));
    for (const q of [
      'ＲＥＩＤＡＩ－Ｘ９@example.jp',
      '0312345605',
      '+81 3 1234 5605',
      '渡辺例示',
      'わたなべれいじ',
      '東京都渋谷区神宮前99-1-2',
      '渋谷区神宮前９９丁目１番地２　例示ハイツ101',
      '192.0.2.77',
    ]) {
      expect(await ids(`q=${encodeURIComponent(q)}`), q).toEqual([entry.id]);
    }
    expect(await ids('q=%E8%A9%B2%E5%BD%93%E3%81%AA%E3%81%97')).toEqual([]);
  });

  it('pages through kinds without gaps, and counts what is in force', async () => {
    for (let n = 1; n <= 5; n += 1) {
      await add(entryBody({ emails: [`r${n}@example.jp`] }, { kind: n % 2 ? 'fraud' : 'watch' }));
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: Awaited<ReturnType<typeof api>> = await api(
        'GET',
        `/api/lists?limit=2&cursor=${cursor}`,
      );
      expect(body.counts).toEqual({ fraud: 3, cod: 0, watch: 2, allowed: 0, protected: 0 });
      seen.push(...body.entries.map(({ identity }) => identity.emails[0] ?? ''));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual([5, 4, 3, 2, 1].map((n) => `r${n}@example.jp`));
    expect(await ids('kind=watch,allowed')).toHaveLength(2);
  });
});

describe('many at once', () => {
  it('are changed, removed and restored, each told by itself', async () => {
    const made: string[] = [];
    for (const n of [1, 2])
      made.push(
        (await add(entryBody({ emails: [`r${n}@example.jp`] }, { reason: 'prank' }))).body.entry.id,
      );
    const bulk = async (change: object, of = [...made, 'nobody']) =>
      (await api('POST', '/api/lists/bulk', { ids: of, change })).body.results.map(
        ({ result }) => result,
      );
    expect(await bulk({ do: 'kind', kind: 'protected' })).toEqual(['done', 'done', 'not_found']);
    const { entries } = (await api('GET', '/api/lists')).body;
    // What accuses does not follow a victim.
    expect(entries.map(({ reason }) => reason)).toEqual(['other', 'other']);
    expect(await bulk({ do: 'kind', kind: 'protected' })).toEqual([
      'unchanged',
      'unchanged',
      'not_found',
    ]);
    expect(await bulk({ do: 'expiry', expiresAt: null })).toEqual(['done', 'done', 'not_found']);
    expect(await bulk({ do: 'remove' })).toEqual(['done', 'done', 'not_found']);
    expect(await ids('')).toEqual([]);
    expect(await bulk({ do: 'restore' })).toEqual(['done', 'done', 'not_found']);
    expect(await ids('')).toHaveLength(2);
  });

  it('and the export are for those who may change settings; one entry is for everybody', async () => {
    await onlyOwner();
    const { body, status } = await api(
      'POST',
      '/api/lists',
      entryBody({ emails: ['a@example.jp'] }),
      partTimer,
    );
    expect(status).toBe(201);
    const change = { ids: [body.entry.id], change: { do: 'remove' } };
    expect((await api('POST', '/api/lists/bulk', change, partTimer)).status).toBe(403);
    expect((await api('GET', '/api/lists/export', undefined, partTimer)).status).toBe(403);
    expect((await api('DELETE', `/api/lists/${body.entry.id}`, undefined, partTimer)).status).toBe(
      200,
    );
  });
});

describe('what an order offers for the list', () => {
  const proposal = async (id: string) => (await api('GET', `/api/orders/${id}/list-proposal`)).body;

  it('is a candidate with all its keys, in its own spelling', async () => {
    const id = await clerk.arrived(ordinaryOrder);
    expect(await proposal(id)).toMatchObject({
      kind: 'watch',
      reason: 'other',
      identity: {
        emails: ['reidai-tanaka@example.jp'],
        name: '田中 一郎',
        address: {
          zip: '150-0001',
          city: '渋谷区',
          address1: '神宮前99-1-2',
          address2: '例示ハイツ101',
        },
        ip: '192.0.2.11',
      },
      existing: [],
      leftOut: [],
    });
  });

  it('can be sent back as it is', async () => {
    const id = await clerk.arrived(cardThief);
    const { kind, reason, identity } = await proposal(id);
    const made = await add({ kind, reason, identity, orderId: id });
    expect(made).toMatchObject({ status: 201, body: { reassessing: 1 } });
    await clerk.running.settled();
    expect(await clerk.read(id)).toMatchObject({ list: { match: 'exact', kind } });
  });

  it('protects who never ordered the parcel: no e-mail, no network, no word of blame', async () => {
    const id = await clerk.arrived(codPrank);
    await clerk.click(id, 'checks', { check: 'staff-denies-order', result: 'hit' });
    expect(await proposal(id)).toMatchObject({
      kind: 'protected',
      reason: 'victim',
      identity: { emails: [], ip: null, card: null, name: '例示 太郎' },
    });
  });

  it('is COD only after a refusal, and past fraud after a cancellation as fraud', async () => {
    const refused = await clerk.arrived(codPrank);
    await clerk.click(refused, 'outcome', { outcome: { kind: 'refused' } });
    expect(await proposal(refused)).toMatchObject({ kind: 'cod', reason: 'refused' });
    const stolen = await clerk.arrived(cardThief);
    await clerk.click(stolen, 'outcome', { outcome: { kind: 'fraud' } });
    expect(await proposal(stolen)).toMatchObject({ kind: 'fraud', reason: 'stolen-card' });
  });
});
