import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signals } from '../../web/risk/signals/index.ts';

const command = fileURLToPath(new URL('../../web/assess.ts', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assess-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly lines: readonly Record<string, unknown>[];
  readonly complaint: string;
}

function run(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], (error, out, complaint) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      const lines = out.split('\n').filter(Boolean);
      resolve({ code, lines: lines.map((line) => JSON.parse(line)), complaint });
    });
  });
}

function assessText(text: string): Promise<Ended> {
  const file = join(folder, `${text.length}.ndjson`);
  writeFileSync(file, text);
  return run([file]);
}

const created = '"createdAt":"2026-11-20T10:00:00+09:00"';

describe('the assess command', () => {
  test('prints one judgement a line, in the order of the file, every signal in it', async () => {
    const ended = await assessText(`{"id":"A","order":{${created}}}\n{"id":"B"}\n`);
    expect(ended.code).toBe(0);
    expect(ended.lines.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(Object.keys(ended.lines[0] ?? {})).toEqual([
      ...['id', 'level', 'points', 'checks', 'verdict', 'signals'],
    ]);
    const results = ended.lines[0]?.signals;
    expect(Array.isArray(results) && results.length).toBe(signals.length);
  });

  test('says in Japanese why, and what is not known', async () => {
    const order = `{"id":"A","order":{${created},"gateway":"代金引換"}}`;
    const { lines } = await assessText(`${order}\n`);
    const text = JSON.stringify(lines[0]);
    expect(text).toContain('"outcome":"hit","points":5,"because":"代金引換の注文です。"');
    expect(text).toContain('未確認：お届け先が分かりません。');
  });

  test('puts an error in the place of a bad line, judges the others, and ends with 1', async () => {
    const ended = await assessText('{"id":"A"}\nnonsense\n{"order":{}}\n[]\n\n{"id":"B"}');
    expect(ended.code).toBe(1);
    expect(ended.lines.map(({ id, error, line }) => id ?? [error, line])).toEqual([
      ...['A', ['not JSON', 2], ['no id', 3], ['no id', 4], 'B'],
    ]);
  });

  test('never fails on a field of the wrong kind', async () => {
    const odd = { id: 'A', order: { shipping: 5, items: 'x', card: [], total: '12a' }, history: 3 };
    const ended = await assessText(`\uFEFF${JSON.stringify(odd)}\r\n`);
    expect(ended).toMatchObject({ code: 0, lines: [{ id: 'A', level: 'normal' }] });
  });

  test('names a file that is not there', async () => {
    const ended = await run([join(folder, 'nothing.ndjson')]);
    expect(ended.code).toBe(2);
    expect(ended.complaint).toContain('nothing.ndjson');
    expect((await run([])).complaint).toContain('FILE.ndjson');
  });
});
