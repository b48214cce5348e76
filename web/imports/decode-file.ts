import { BadFile } from './csv-records.ts';

export type Encoding = 'utf-8' | 'shift_jis';

/** Text of the file in pieces. `fatal`: a byte that the encoding does not have ends it. */
export async function* decodeFile(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  fatal: boolean,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal });
  const decode = (piece?: Uint8Array) => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw new BadFile('encoding');
    }
  };
  for await (const piece of bytes) {
    const text = decode(piece);
    if (text !== '') yield text;
  }
  const rest = decode();
  if (rest !== '') yield rest;
}

/** By the beginning of the file alone: what follows can still show that it is the other one. */
export function guessEncoding(begin: Uint8Array): Encoding {
  try {
    // As a stream: the piece may end inside a character.
    new TextDecoder('utf-8', { fatal: true }).decode(begin, { stream: true });
    return 'utf-8';
  } catch {
    return 'shift_jis';
  }
}
