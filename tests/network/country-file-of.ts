/** A field of the MaxMind DB format: texts, whole numbers below 2^32, maps and lists. */
type Field = string | number | readonly Field[] | { readonly [key: string]: Field };

const text = (value: string) => {
  const bytes = Buffer.from(value);
  if (bytes.length > 28) throw new Error('longer texts need a longer head');
  return Buffer.concat([Buffer.from([(2 << 5) | bytes.length]), bytes]);
};

function encode(field: Field): Buffer {
  if (typeof field === 'string') return text(field);
  if (typeof field === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(field);
    return Buffer.concat([Buffer.from([(6 << 5) | 4]), bytes]);
  }
  if (isList(field)) return Buffer.concat([Buffer.from([field.length, 4]), ...field.map(encode)]);
  const pairs = Object.entries(field).flatMap(([key, value]) => [text(key), encode(value)]);
  return Buffer.concat([Buffer.from([(7 << 5) | (pairs.length / 2)]), ...pairs]);
}

const isList = (field: Field): field is readonly Field[] => Array.isArray(field);

/** A smallest file in the MaxMind DB format: one record for each address that there is. */
export function countryFileOf(
  record: Field,
  { type = 'Test-Country', ipVersion = 6, builtAt = '2026-10-01T00:00:00Z' } = {},
): Buffer {
  // One node of two 24-bit records; both point at the first byte of the data (nodes + 16 + 0).
  const tree = Buffer.from([0, 0, 17, 0, 0, 17]);
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: Date.parse(builtAt) / 1000,
    database_type: type,
    description: {},
    ip_version: ipVersion,
    languages: [],
    node_count: 1,
    record_size: 24,
  });
  const marker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
  return Buffer.concat([tree, Buffer.alloc(16), encode(record), marker, metadata]);
}
