/** Bytes as a spreadsheet of Japan writes them; Node reads this encoding and does not write it. */
export function shiftJis(text: string): Buffer {
  return Buffer.concat(Array.from(text, (letter) => byLetter().get(letter) ?? missing(letter)));
}

const missing = (letter: string): never => {
  throw new Error(`Shift_JIS has no ${letter}`);
};

let known: Map<string, Buffer> | undefined;

/** Every letter that one or two bytes stand for. */
function byLetter(): Map<string, Buffer> {
  if (known !== undefined) return known;
  known = new Map();
  const decoder = new TextDecoder('shift_jis');
  const learn = (...bytes: number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if ([...letter].length === 1 && letter !== '\uFFFD' && !known?.has(letter)) {
      known?.set(letter, Buffer.from(bytes));
    }
  };
  for (let first = 0; first < 256; first += 1) learn(first);
  for (let first = 0x81; first < 0xfd; first += 1) {
    for (let second = 0x40; second < 0xfd; second += 1) learn(first, second);
  }
  return known;
}
