import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createRowCount } from '../../web/imports/count-rows.ts';
import { csvRecords } from '../../web/imports/csv-records.ts';
import { rowBatches } from '../../web/imports/prepare-rows.ts';
import { beginOf, packRows, type RowPack } from '../../web/imports/row-packs.ts';
import type { ListIdentity } from '../../web/risk/list-entry.ts';
import { fingerprintOf, keysOfEntry } from '../../web/risk/list-keys.ts';
import { createKeyedHash } from '../../web/storage/keyed-hash.ts';
import { lookupPrint } from '../../web/storage/sealed.ts';

const secret = Buffer.alloc(32, 5);
const job = {
  ...{ shop: 'reidai.myshopify.com', importId: 'i', bytes: 0, settings: null, isChosen: true },
  ...{ secrets: { data: secret, lookup: secret }, now: 0, expiresAt: 1, rows: 0 },
  by: { id: '1', name: '見本' },
};

/** Every recorded spelling of a room (city / first line / second line), as an identity and as a row of a file. */
const identities: ListIdentity[] = readFileSync(
  new URL('../fixtures/one-room.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line.includes(' / ') && !line.startsWith('#'))
  .map((line, n) => {
    const [city = '', address1 = '', address2 = ''] = line.split(' / ').map((part) => part.trim());
    return {
      ...{ emails: [`Rei.Dai+${n}@gmail.com`], phones: [`０９０−1234−${5600 + n}`] },
      ...{ name: '髙橋 例示', reading: 'タカハシ レイジ', ip: null, card: null },
      address: { zip: '', provinceCode: 'JP-13', countryCode: 'JP', city, address1, address2 },
    };
  });

async function packed(): Promise<RowPack> {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = identities.map(({ emails, phones, name, reading, address }) =>
    [
      emails[0],
      phones[0],
      name,
      reading,
      '東京都',
      address?.city,
      address?.address1,
      address?.address2,
    ]
      .map((cell) => quoted(cell ?? ''))
      .join(','),
  );
  const records = csvRecords(
    (async function* () {
      yield rows.join('\r\n');
    })(),
  );
  const mapping = [
    'email',
    'phone',
    'name',
    'reading',
    'province',
    'city',
    'address1',
    'address2',
  ] as const;
  const hash = createKeyedHash(secret);
  const count = createRowCount({ standing: async () => [] }, []);
  const fresh = [];
  for await (const batch of rowBatches(records, { mapping, kind: 'fraud', now: 0 }, hash)) {
    expect(batch.bad).toEqual([]);
    fresh.push(...(await count.sort(batch)));
  }
  return packRows(fresh, job);
}

const textsOf = (bytes: Uint8Array, ends: Uint32Array) =>
  Array.from(ends, (end, n) => Buffer.from(bytes.subarray(beginOf(ends, n), end)).toString());

it('packs of each row the keys, the print and the text that a single entry would have', async () => {
  const pack = await packed();
  expect(pack.kinds).toHaveLength(identities.length);
  const keys = textsOf(pack.texts, pack.textEnds);
  const bodies = textsOf(pack.bodies, pack.bodyEnds);
  let at = 0;
  for (const [n, identity] of identities.entries()) {
    const count = pack.keyCounts[n] ?? 0;
    expect(keys.slice(at, at + count)).toEqual(keysOfEntry(identity));
    at += count;
    const print = lookupPrint(secret, fingerprintOf('fraud', identity));
    expect(Buffer.from(pack.prints.subarray(n * 16, n * 16 + 16))).toEqual(print);
    expect(JSON.parse(bodies[n] ?? '')).toMatchObject({ identity, addedBy: { kind: 'import' } });
  }
  expect(at).toBe(keys.length);
});
