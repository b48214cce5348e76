import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { AuditAnswer } from '../../web/contract/audit.ts';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import { clerkAtWork, partTimer } from '../support/clerk-at-work.ts';
import { codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const day = 86_400_000;

async function log(query = '', locale: 'ja' | 'en' = 'ja'): Promise<AuditAnswer> {
  const { origin, standIn } = clerk.running;
  const answer = await fetch(`${origin}/api/audit${query}`, {
    headers: {
      authorization: `Bearer ${standIn.sessionToken('reidai.myshopify.com')}`,
      'accept-language': locale,
    },
  });
  expect(answer.status).toBe(200);
  const page: AuditAnswer = JSON.parse(await answer.text());
  return page;
}

async function csv(query = '', locale: 'ja' | 'en' = 'ja') {
  const { origin, standIn } = clerk.running;
  const answer = await fetch(`${origin}/api/audit/export${query}`, {
    headers: {
      authorization: `Bearer ${standIn.sessionToken('reidai.myshopify.com')}`,
      'accept-language': locale,
    },
  });
  // As bytes: reading it as a text would drop the byte order mark.
  const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
  return { answer, text, rows: parse(text, { bom: true }) };
}

describe('the log of everything that was done', () => {
  it('says who, when, why, before and after, in the reader’s language', async () => {
    const id = await clerk.arrived(codPrank);
    await clerk.click(id, 'release', { note: '電話で確認' });
    await clerk.running.settled();
    const { name } = await clerk.read(id);
    const of = async (locale: 'ja' | 'en') =>
      (await log('', locale)).rows.find(({ what }) => what === 'released');
    expect(await of('ja')).toMatchObject({
      at: clerk.clock.iso(),
      by: '例題 花子',
      byKind: 'staff',
      text: '保留を解除しました',
      why: '電話で確認',
      order: { id, name },
      changes: [{ field: '注文の状態', before: '出荷保留中', after: '保留解除済み' }],
    });
    expect(await of('en')).toMatchObject({
      text: 'Hold released',
      changes: [{ field: 'State of the order' }],
    });
  });

  it('tells a staff check with what it said before', async () => {
    const id = await clerk.arrived(codPrank);
    const check = 'staff-phone-unreachable';
    await clerk.click(id, 'checks', { check, result: 'hit' });
    await clerk.click(id, 'checks', { check, result: 'no-hit', note: '折り返しあり' });
    const { rows } = await log('?what=staff-check');
    expect(rows.map(({ changes, why }) => ({ changes, why }))).toEqual([
      {
        changes: [{ field: expect.any(String), before: '該当', after: '該当なし' }],
        why: '折り返しあり',
      },
      { changes: [{ field: expect.any(String), before: null, after: '該当' }], why: null },
    ]);
    expect(rows[0]?.changes[0]?.field).not.toContain('staff-');
  });

  it('tells each setting that was changed, and no secret', async () => {
    const { body } = await clerk.running.call('GET', '/api/settings');
    await clerk.running.changeSettings({
      cod: { ...body.cod, blocked: true },
      deadlines: { ...body.deadlines, restDays: [0] },
      mail: { ...body.mail, user: 'hold', password: { set: true, value: 'himitsu-no-kagi' } },
    });
    const [row] = (await log('?what=settings-changed')).rows;
    expect(row?.changes).toEqual([
      { field: 'メール送信：パスワード', before: null, after: '設定あり' },
      { field: '代引きの停止', before: 'オフ', after: 'オン' },
      { field: '定休の曜日', before: '日, 土', after: '日' },
      { field: 'メール送信：ユーザー名', before: null, after: 'hold' },
    ]);
    expect((await csv()).text).not.toContain('himitsu');
    const [mode] = (await log('?what=mode-changed')).rows;
    expect(mode?.changes).toEqual([{ field: '動作', before: '記録のみ', after: '保留まで自動' }]);
  });

  it('tells what a changed list entry was before, and no address of it', async () => {
    const identity = { name: '例示 太郎', emails: ['reidai@example.jp'] };
    const entry = { kind: 'watch', identity, reason: 'other' };
    const added = await clerk.running.call('POST', '/api/lists', entry);
    const { id } = added.body.entry;
    const next = {
      ...entry,
      kind: 'fraud',
      identity: { ...identity, emails: ['hoka@example.jp'] },
    };
    await clerk.running.call('PUT', `/api/lists/${id}`, next);
    const { rows } = await log('?what=list-changed');
    expect(rows[0]?.changes).toEqual([
      { field: 'リストの種類', before: '要注意候補', after: '過去の不正' },
      { field: 'メールアドレス', before: null, after: '変更' },
    ]);
    expect(JSON.stringify(rows)).not.toContain('example.jp');
  });

  it('is filtered by person, kind, order and the shop’s own days', async () => {
    const first = await clerk.arrived(codPrank);
    await clerk.click(first, 'hold', { note: '念のため' });
    clerk.clock.advance(2 * day);
    const second = await clerk.arrived(ordinaryOrder);
    await clerk.click(second, 'hold', { note: '別の人' }, partTimer);
    const { people } = await log();
    expect(people?.map(({ id }) => id)).toContain(partTimer.user);
    const whats = async (query: string) => (await log(query)).rows.map(({ why }) => why);
    expect(await whats(`?what=hold-by-hand&who=${partTimer.user}`)).toEqual(['別の人']);
    expect(await whats('?what=hold-by-hand')).toEqual(['別の人', '念のため']);
    expect(await whats('?what=hold-by-hand&to=2026-11-22')).toEqual(['念のため']);
    expect(await whats('?what=hold-by-hand&from=2026-11-24')).toEqual(['別の人']);
    expect(await whats('?what=hold-by-hand&from=2026-11-25')).toEqual([]);
    const { name } = await clerk.read(first);
    expect(await whats(`?what=hold-by-hand&order=${name.slice(1)}`)).toEqual(['念のため']);
    expect(await whats(`?what=hold-by-hand&order=${second}`)).toEqual(['別の人']);
    expect((await log('?order=%23nothing')).rows).toEqual([]);
    expect(new Set((await log('?who=app')).rows.map(({ byKind }) => byKind))).toEqual(
      new Set(['app']),
    );
  });

  it('comes in pages that together are the whole, lines of one moment too', async () => {
    await clerk.arrived(codPrank);
    await clerk.arrived(ordinaryOrder);
    const whole = (await log('?limit=100')).rows;
    expect(whole.length).toBeGreaterThan(5);
    const pages: AuditAnswer[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: AuditAnswer = await log(`?limit=2&cursor=${cursor}`);
      pages.push(page);
      cursor = page.nextCursor;
    }
    expect(pages.flatMap(({ rows }) => rows)).toEqual(whole);
    expect(pages.at(-1)?.people).toBeNull();
  });

  it.each(['?from=2026-02-30', '?from=x', '?who=x', '?cursor=x', '?limit=0', '?what=A;B'])(
    'refuses %s and names the field',
    async (query) => {
      const { status, body } = await clerk.running.call('GET', `/api/audit${query}`);
      expect(status).toBe(422);
      expect(Object.keys(body.error.fields)).toEqual([
        expect.stringMatching(new RegExp(`^${query.slice(1).split('=')[0]}`)),
      ]);
    },
  );

  it('shows nothing of another shop', async () => {
    const id = await clerk.arrived(codPrank);
    const shop = 'hoka.myshopify.com';
    clerk.running.standIn.addShop({ domain: shop, name: 'ほか商店' });
    const { body } = await clerk.running.call('GET', `/api/audit?order=${id}`, undefined, { shop });
    expect(JSON.stringify(body)).not.toContain(id);
  });
});

describe('the log as CSV', () => {
  it('is what the page shows, a line for each value that changed, with a byte order mark', async () => {
    const id = await clerk.arrived(codPrank);
    await clerk.click(id, 'release', { note: '電話で確認' });
    const { answer, text, rows } = await csv();
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('sekisho-audit.csv');
    expect(
      text.startsWith('\uFEFF日時,だれが,できごと,注文,理由,変わったもの,変更前,変更後,詳細\r\n'),
    ).toBe(true);
    expect(rows).toContainEqual([
      '2026-11-22 12:00:00',
      '例題 花子',
      '保留を解除しました',
      (await clerk.read(id)).name,
      '電話で確認',
      '注文の状態',
      '出荷保留中',
      '保留解除済み',
      '',
    ]);
    expect((await csv('', 'en')).rows[0]?.[2]).toBe('What happened');
  });

  it('holds no formula, whatever somebody wrote', async () => {
    const id = await clerk.arrived(codPrank);
    const notesOf = ['=1+1', '+1', '-1', '@x', '＝cmd', 'a "b", c\nd'];
    for (const [index, note] of notesOf.entries()) {
      const result = index % 2 === 0 ? 'hit' : 'no-hit';
      await clerk.click(id, 'checks', { check: 'staff-phone-unreachable', result, note });
    }
    const { text, rows } = await csv();
    const notes = rows
      .filter((row) => row[2] === '目視・連絡チェックを記録しました')
      .map((row) => row[4]);
    expect(notes).toContain("'=1+1");
    expect(notes).toContain('a "b", c\nd');
    expect(text).not.toMatch(/(?:^|,)"?[=+\-@＝]/m);
  });

  it('is itself written into the log, and only for those who may change settings', async () => {
    await csv();
    expect((await log()).rows[0]).toMatchObject({ what: 'audit-exported', by: '例題 花子' });
    const { permissions } = defaultSettings;
    await clerk.running.changeSettings({ permissions: { ...permissions, settings: 'owner' } });
    const { status } = await clerk.running.call('GET', '/api/audit/export', undefined, partTimer);
    expect(status).toBe(403);
  });

  it('takes the filter of the page', async () => {
    await clerk.arrived(codPrank);
    const { rows } = await csv('?what=mode-changed');
    expect(rows).toHaveLength(2);
    expect((await csv('?order=%23nothing')).rows).toHaveLength(1);
  });
});
