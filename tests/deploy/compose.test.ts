import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseConfig } from '../../web/config.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
const composeText = read('deploy/compose.yaml');
const compose: unknown = parse(composeText, { merge: true });

const service = z.object({ environment: z.record(z.string(), z.string()).optional() });
const { services } = z.object({ services: z.record(z.string(), service) }).parse(compose);

/** What deploy/env.example asks for, as somebody would fill it in. */
const filledIn: Record<string, string> = {
  SEKISHO_HOST: 'sekisho.example.jp',
  SHOPIFY_API_KEY: 'key',
  SHOPIFY_API_SECRET: 'secret',
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  POSTGRES_PASSWORD: 'abc123',
};

/** Compose's own: ${NAME:?why} must be there, ${NAME:-} need not. */
const interpolate = (text: string) =>
  text.replace(/\$\{(\w+):([?-])[^}]*\}/g, (whole, name: string, kind: string) => {
    const value = filledIn[name] ?? (kind === '-' ? '' : undefined);
    return value ?? whole;
  });

it('is a compose file by the official schema', () => {
  const schema: Record<string, unknown> = JSON.parse(
    read('tests/fixtures/compose-spec/compose-spec.json'),
  );
  const { $schema, ...rules } = schema;
  const fits = new Ajv({ strict: false, formats: { duration: true } }).compile(rules);
  expect(fits(compose), JSON.stringify(fits.errors)).toBe(true);
  expect(fits({ services: { app: { imagine: 'sekisho' } } })).toBe(false);
});

it.each([
  ['web-1', 'web'],
  ['web-2', 'web'],
  ['worker', 'worker'],
])('starts %s with an environment that the app accepts', (name, role) => {
  const environment = services[name]?.environment ?? {};
  const values = Object.entries(environment).map(([key, text]) => [key, interpolate(text)]);
  const parsed = parseConfig(Object.fromEntries(values));
  expect(parsed).toMatchObject({ ok: true, config: { role, trustProxy: 1 } });
});

it('asks for nothing that env.example does not name', () => {
  const named = [...read('deploy/env.example').matchAll(/^(\w+)=$/gm)].map(([, name]) => name);
  const asked = [...composeText.matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
  expect([...new Set(asked)].sort()).toEqual([...named].sort());
});

it('sends the proxy to every web process', () => {
  const caddyfile = read('deploy/Caddyfile');
  const web = Object.keys(services).filter((name) => name.startsWith('web-'));
  expect(caddyfile).toContain(`reverse_proxy ${web.map((name) => `${name}:3000`).join(' ')} {`);
});
