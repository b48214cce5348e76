import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domain } from './fuzz-secret.ts';
import { fuzzShop } from './fuzz-shop.ts';
import { bounded, hostileText, isLongRun, patience } from './hostile.ts';
import { asStaff, send } from './send-call.ts';

/** Cells, quotes and line ends in no order that makes sense. */
const csvPiece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(',', '"', '""', '\r\n', '\n', '\r', '\t', ';', ' ') },
  { weight: 2, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.constantFrom('=1+1', '@SUM(A1)', '+81-90-1234-5678', '-', '#1001') },
);
const csvText = fc
  .array(csvPiece, { maxLength: 40 })
  .map((pieces) => `メール,氏名,お客様管理番号,結果\r\n${pieces.join('')}`);
const marks = fc.constantFrom<number[]>([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]);
const tail = fc.constantFrom<number[]>([], [0x00], [0x83], [0xff, 0xff], [0xe3, 0x81], [0x1a]);
const csvFile = fc
  .tuple(marks, csvText, tail)
  .map(([begin, text, end]) =>
    Buffer.concat([Buffer.from(begin), Buffer.from(text.slice(0, 40_000)), Buffer.from(end)]),
  );

/** What the two routes that take a file do with whatever comes. */
export function fuzzCsv(database: () => Promise<string | null>, times: number): void {
  const shop = fuzzShop(database);

  async function upload(path: string, file: Uint8Array<ArrayBuffer>) {
    const open = shop();
    if (open === null) return null;
    const { running } = open;
    const authorization = asStaff(running, domain);
    const headers = { 'content-type': 'text/csv' };
    return send(running, 'POST', path, { authorization, file, headers });
  }
  /** One line that begins with a quote and never ends, 64 kB at a time. */
  async function uploadPieces(pieces: number): Promise<{ id: string } | null> {
    const open = shop();
    if (open === null) return null;
    const piece = Buffer.alloc(64_000, 'x');
    function* line() {
      yield Buffer.from('メール\r\n"');
      for (let n = 0; n < pieces; n += 1) yield piece;
    }
    const answer = await fetch(`${open.running.origin}/api/lists/imports?name=a.csv`, {
      method: 'POST',
      headers: { authorization: asStaff(open.running, domain), 'content-type': 'text/csv' },
      body: Readable.toWeb(Readable.from(line())),
      duplex: 'half',
    });
    expect(answer.status).toBe(202);
    const sent: { id: string } = JSON.parse(await answer.text());
    return sent;
  }
  const call = (method: string, path: string, body?: unknown) =>
    shop()?.running.call(method, path, body);

  async function imported(file: Uint8Array<ArrayBuffer>, name = 'a.csv') {
    const sent = await upload(`/api/lists/imports?name=${encodeURIComponent(name)}`, file);
    if (sent === null) return null;
    expect(sent.status, sent.text).toBeLessThan(500);
    if (sent.status !== 202) return null;
    const { id }: { id: string } = JSON.parse(sent.text);
    await shop()?.rest();
    const read = await call('GET', `/api/lists/imports/${id}`);
    expect(read?.status).toBe(200);
    const dto: { id: string; state: string; failure: string | null } = JSON.parse(
      JSON.stringify(read?.body),
    );
    return dto;
  }

  describe('a file', () => {
    it(
      'of a carrier’s returns is read or refused, whatever is in it',
      async () => {
        await fc.assert(
          fc.asyncProperty(csvFile, fc.constantFrom('0', '1'), async (file, apply) => {
            const sent = await upload(`/api/returns?apply=${apply}`, file);
            if (sent) expect([200, 422], sent.text).toContain(sent.status);
          }),
          {
            ...bounded(times),
            examples: [[Buffer.from('お客様管理番号\r\n#10\u000001\r\n'), '1']],
          },
        );
        const large = await upload('/api/returns', Buffer.alloc(1_000_001, 'a'));
        expect(large?.status ?? 413).toBe(413);
      },
      patience(60_000),
    );

    it('of a million quotes is read or refused in no more time than another', async () => {
      for (const text of ['"'.repeat(999_000), `"${'""'.repeat(499_000)}`, ',"'.repeat(499_000)]) {
        const sent = await upload('/api/returns', Buffer.from(text));
        expect([200, 422]).toContain(sent?.status ?? 422);
      }
    }, 240_000);

    it(
      'of list entries is checked, and imported or given up by name, whatever is in it',
      async () => {
        const inputs = [csvFile, hostileText] as const;
        await fc.assert(
          fc.asyncProperty(...inputs, async (file, name) => {
            const made = await imported(file, name.slice(0, 300).toWellFormed());
            if (made === null) return;
            expect(['ready', 'failed']).toContain(made.state);
            expect(made.failure).not.toBe('internal');
            await call('POST', `/api/lists/imports/${made.id}/start`, {});
            await shop()?.rest();
            await call('DELETE', `/api/lists/imports/${made.id}`);
            await shop()?.rest();
            const after = await call('GET', `/api/lists/imports/${made.id}`);
            expect([200, 404]).toContain(after?.status);
            expect(after?.body).not.toMatchObject({ failure: 'internal' });
          }),
          bounded(Math.ceil(times / 12)),
        );
        expect((await call('GET', '/api/lists'))?.status ?? 200).toBe(200);
      },
      patience(60_000),
    );

    it(
      'that is one line without an end is given up, and not held in memory',
      async () => {
        const before = process.memoryUsage().rss;
        const sent = await uploadPieces(isLongRun ? 1_600 : 100);
        if (sent === null) return;
        await shop()?.rest();
        const made = await call('GET', `/api/lists/imports/${sent.id}`);
        expect(made?.body).toMatchObject({ state: 'failed', failure: 'quotes' });
        // The long run sends 100 MB: held whole, as bytes and as text, they would show.
        expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
        await call('DELETE', `/api/lists/imports/${sent.id}`);
      },
      patience(60_000),
    );
  });
}
