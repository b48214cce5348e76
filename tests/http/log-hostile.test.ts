import { describe, expect, it } from 'vitest';
import { createLog, describeError, maskPersonalData } from '../../web/log.ts';

describe('an error whose message was written by a stranger', () => {
  it('shows nothing of it in its stack, though it looks like one', () => {
    const message =
      'no such order\n    at Kanariya Taro (kanariya@example.jp)\n    at /kanariya:1:1';
    const { stack, cause } = describeError(new Error('failed', { cause: new Error(message) }));
    for (const places of [stack, cause?.stack ?? []]) {
      expect(places.join('')).not.toMatch(/kanariya/i);
      expect(places[0]).toContain('log-hostile.test.ts');
    }
  });

  it.each([
    [
      `insert into orders values ('${'a'.repeat(1_990)} Kanariya Taro`,
      'insert into orders values (…',
    ],
    ["can't insert 'Kanariya Taro'", 'can…t insert …'],
    ["it's Taro's and 'Kanariya'", 'it…s Taro…s and …'],
    ['Unexpected token "Kanariya', 'Unexpected token …'],
    ["values ('O'Kanariya', 1)", 'values (…, 1)'],
  ])('keeps of %j what helps, and no quotation', (message, kept) => {
    expect(maskPersonalData(message)).toBe(kept);
  });

  it('forges no line', () => {
    const lines: string[] = [];
    const log = createLog('trace', { write: (line) => void lines.push(line) });
    const forged = 'x\r\n{"level":"fatal","msg":"forged"}\n\u2028\u0000\u001b[2J';
    log.error({ err: new Error(forged), subject: forged }, forged);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.indexOf('\n')).toBe((lines[0]?.length ?? 0) - 1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', msg: forged });
  });
});
