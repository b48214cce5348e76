import { expect, it } from 'vitest';
import { csvRecords } from '../../web/imports/csv-records.ts';
import { decodeFile, guessEncoding } from '../../web/imports/decode-file.ts';

async function* pieces<T>(...parts: readonly T[]) {
  yield* parts;
}
async function records(...parts: readonly string[]) {
  const found: [number, ...string[]][] = [];
  for await (const some of csvRecords(pieces(...parts))) {
    for (const { line, cells } of some) found.push([line, ...cells]);
  }
  return found;
}

it('counts the lines of the file, also through quoted ones and blank ones', async () => {
  const text = 'a,b\r\n"1\r\n1",x\r\n\r\n   \r\n2,"y ""z"""\r\n';
  expect(await records(text)).toEqual([
    [1, 'a', 'b'],
    [2, '1\r\n1', 'x'],
    [6, '2', 'y "z"'],
  ]);
});

it('gives the same records however the file is cut into pieces', async () => {
  const text = 'メール,氏名\n"a\n@例",花子\nb,太郎';
  const whole = await records(text);
  for (let at = 1; at < text.length; at += 1) {
    expect(await records(text.slice(0, at), text.slice(at)), `cut at ${at}`).toEqual(whole);
  }
});

it('finds out what stands between cells', async () => {
  expect(await records('a\tb\n1\t2,3\n')).toEqual([
    [1, 'a', 'b'],
    [2, '1', '2,3'],
  ]);
  expect(await records('a;"b,c,d";e\n1;2;3')).toEqual([
    [1, 'a', 'b,c,d', 'e'],
    [2, '1', '2', '3'],
  ]);
});

it('ends a file whose quote is never closed instead of making one record of it', async () => {
  await expect(records(`a,b\n1,"2\n${'x\n'.repeat(60_000)}`)).rejects.toThrow('quotes');
});

it('reads nothing of nothing', async () => {
  expect(await records('')).toEqual([]);
  expect(await records('\r\n\r\n')).toEqual([]);
});

async function decoded(encoding: 'utf-8' | 'shift_jis', ...parts: readonly Uint8Array[]) {
  let text = '';
  for await (const piece of decodeFile(pieces(...parts), encoding, true)) text += piece;
  return text;
}

it('decodes characters that are cut in two, and leaves the byte order mark out', async () => {
  const utf8 = new TextEncoder().encode('\ufeff例示,花子');
  for (let at = 1; at < utf8.length; at += 1) {
    expect(await decoded('utf-8', utf8.slice(0, at), utf8.slice(at))).toBe('例示,花子');
  }
  // 表 ends in a backslash, ソ too: both are one character of two bytes.
  const shiftJis = Uint8Array.of(0x95, 0x5c, 0x83, 0x5c, 0x2c, 0xb1);
  for (let at = 1; at < shiftJis.length; at += 1) {
    expect(await decoded('shift_jis', shiftJis.slice(0, at), shiftJis.slice(at))).toBe('表ソ,ｱ');
  }
});

it('guesses the encoding, and refuses bytes that it does not have', async () => {
  expect(guessEncoding(new TextEncoder().encode('例示').slice(0, 5))).toBe('utf-8');
  expect(guessEncoding(Uint8Array.of(0x97, 0xe1, 0x8e, 0xa6))).toBe('shift_jis');
  await expect(decoded('utf-8', Uint8Array.of(0x97, 0xe1))).rejects.toThrow('encoding');
});
