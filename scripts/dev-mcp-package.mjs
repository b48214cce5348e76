/**
 * Shopify's official schemas lie in the npm package `@shopify/dev-mcp`, which is far too heavy to depend
 * on (366 MB installed): its pinned tarball is read once, by hand, and what is needed of it is kept.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export const packageSpec = '@shopify/dev-mcp@1.16.0';
const integrity =
  'sha512-tqgRnK7sQhjew+htxtleTH23nXB5fZcsrhWgEkomsorGXvLOB2mh2upwZm8uzuTDNTZnqtLMe64yIwh6s2awtw==';
export const apiVersion = '2026-10';

/** Downloads the pinned tarball and refuses one whose bytes are not the pinned ones. */
function fetchTarball(folder) {
  const name = execFileSync('npm', ['pack', packageSpec, '--silent'], { cwd: folder })
    .toString()
    .trim();
  const file = join(folder, name);
  const digest = createHash('sha512').update(readFileSync(file)).digest('base64');
  if (`sha512-${digest}` !== integrity) {
    throw new Error(`${packageSpec}: the tarball's sha512 is not the pinned one`);
  }
  execFileSync('tar', ['xzf', file], { cwd: folder });
  return join(folder, 'package');
}

/**
 * @param use gets `schema(name)`, which reads `<name>_<version>.json.gz`, and the package's licence
 */
export function withOfficialSchemas(use) {
  const folder = mkdtempSync(join(tmpdir(), 'official-schema-'));
  try {
    const source = fetchTarball(folder);
    const schema = (name) =>
      JSON.parse(
        gunzipSync(
          readFileSync(join(source, `dist/data/${name}_${apiVersion}.json.gz`)),
        ).toString(),
      );
    use(schema, readFileSync(join(source, 'LICENSE'), 'utf8').trim());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
