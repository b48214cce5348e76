import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const rooms = ['http', 'japan', 'jobs', 'network', 'risk', 'shopify', 'storage', 'usecases'];

const sourcesOf = (room: string) =>
  readdirSync(path.join(root, 'web', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join('web', room, file));

test('a file that the server reads beside its code is one that the build copies beside the bundle', () => {
  const read = rooms.flatMap(sourcesOf).flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    const named = [...text.matchAll(/new URL\('([^']+)', import\.meta\.url\)/g)];
    return named.map(([, name]) => path.join(path.dirname(file), name ?? ''));
  });
  expect(read.length).toBeGreaterThan(0);
  const copied = /^web\/japan\/data\/[^/]+\.gz$/;
  expect(read.filter((file) => !copied.test(file))).toEqual([]);
});
