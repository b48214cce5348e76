import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { z } from 'zod';

const web = path.join(import.meta.dirname, '../../web');
const words = (language: 'ja' | 'en') =>
  z
    .object({
      disputes: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])),
    })
    .parse(
      JSON.parse(
        readFileSync(path.join(web, `frontend/locales/disputes.${language}.json`), 'utf8'),
      ),
    ).disputes;

const enumType = z.object({
  name: z.string(),
  enumValues: z.array(z.object({ name: z.string() })),
});

/** Values of an enum of Shopify's official schema, in small letters as webhooks write them. */
function valuesOf(name: string): string[] {
  const text = gunzipSync(readFileSync(path.join(web, 'standin/schema/admin-2026-10.json.gz')));
  const found: z.infer<typeof enumType>[] = [];
  JSON.parse(text.toString('utf8'), (_key, value: unknown) => {
    const read = enumType.safeParse(value);
    if (read.success && read.data.name === name) found.push(read.data);
    return value;
  });
  return (found[0]?.enumValues ?? []).map((value) => value.name.toLowerCase());
}

test.each([
  ['status', 'DisputeStatus'],
  ['reason', 'ShopifyPaymentsDisputeReason'],
  ['type', 'DisputeType'],
])('every %s of a dispute that Shopify has is said in both languages', (kind, name) => {
  const values = valuesOf(name);
  expect(values.length).toBeGreaterThan(1);
  for (const language of ['ja', 'en'] as const) {
    const said = Object.keys(words(language)[kind] ?? {});
    expect(said.filter((word) => word !== 'unknown').toSorted(), language).toEqual(
      values.toSorted(),
    );
  }
});
