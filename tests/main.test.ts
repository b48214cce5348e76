import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { app, shop } from './http/support/names.ts';
import { sessionToken } from './http/support/session-token.ts';
import { webhookHeaders } from './http/support/start-app.ts';
import { tempDatabase, tempFolder } from './support/temp-database.ts';

// Starting from the sources takes a second, or ten where other things run.
vi.setConfig({ testTimeout: 90_000 });

const root = fileURLToPath(new URL('..', import.meta.url));
const main = path.join(root, 'web/main.ts');

/** The least that CONTRACT names; Shopify is a port on which nobody listens. */
const environment = () => ({
  PORT: '0',
  SHOPIFY_APP_URL: 'http://127.0.0.1:3000',
  SHOPIFY_API_KEY: app.apiKey,
  SHOPIFY_API_SECRET: app.secret,
  SHOPIFY_ADMIN_ORIGIN: 'http://127.0.0.1:9',
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  DATABASE_URL: tempDatabase().url,
});

function start(script: string, env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

const logLine = z.looseObject({ msg: z.string(), port: z.number().optional() });

/** Reads the log until the process listens; gives the origin to call. */
async function listening(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('No output');
  for await (const line of createInterface({ input: child.stdout })) {
    const { msg, port } = logLine.parse(JSON.parse(line));
    if (msg === 'listening') return `http://127.0.0.1:${port}`;
  }
  throw new Error('It ended before it listened');
}

async function outcome(child: ChildProcess): Promise<{ code: number; text: string }> {
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = await once(child, 'close');
  return { code, text: Buffer.concat(chunks).toString() };
}

describe('the server’s process', () => {
  it('names what is wrong with the environment and exits with 1', async () => {
    const { SHOPIFY_API_SECRET: _secret, ...env } = environment();
    const ended = await outcome(start(main, { ...env, ROLE: 'cron', ENCRYPTION_KEY: 'c2VjcmV0' }));
    expect(ended.code).toBe(1);
    expect(ended.text).toBe(
      [
        'These environment variables are missing or wrong:',
        '  SHOPIFY_API_SECRET is missing',
        '  ENCRYPTION_KEY must be 32 bytes in base64 (openssl rand -base64 32)',
        '  ROLE must be web, worker or all\n',
      ].join('\n'),
    );
  });

  it('keeps webhooks and settings of a shop though Shopify cannot be reached', async () => {
    const child = start(main, environment());
    const origin = await listening(child);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);

    const body =
      '{"id":820982911946154508,"admin_graphql_api_id":"gid://shopify/Order/820982911946154508"}';
    const deliver = (headers: Record<string, string>) =>
      fetch(`${origin}/api/webhooks`, { method: 'POST', headers, body });
    expect((await deliver(webhookHeaders(body))).status).toBe(200);
    expect((await deliver(webhookHeaders(body))).status).toBe(200);
    expect((await deliver(webhookHeaders(body, {}, 'wrong'))).status).toBe(401);
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    expect(metrics).toContain('topic="orders/create",outcome="stored"} 1');
    expect(metrics).toContain('topic="orders/create",outcome="duplicate"} 1');

    const headers = { authorization: `Bearer ${sessionToken(Date.now())}` };
    const settings = await fetch(`${origin}/api/settings`, { headers });
    expect(settings.status).toBe(200);
    const document = z.looseObject({ mode: z.string() }).parse(await settings.json());
    const saved = await fetch(`${origin}/api/settings`, {
      method: 'PUT',
      headers,
      body: JSON.stringify({ ...document, mode: 'act' }),
    });
    expect(await saved.json()).toMatchObject({ mode: 'act', revision: 1 });
    const status = await fetch(`${origin}/api/status`, { headers });
    expect(await status.json()).toMatchObject({ shop, mode: 'act', hasToken: false });

    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
  });

  it('never serves the stand-in’s App Bridge', async () => {
    const origin = await listening(start(main, environment()));
    expect((await fetch(`${origin}/standin/app-bridge.js`)).status).toBe(404);
    const page = await fetch(`${origin}/?shop=${shop}`);
    // 503 where no frontend was built: then there is no page that could name another script.
    if (page.status === 200) {
      expect(await page.text()).toContain('https://cdn.shopify.com/shopifycloud/app-bridge.js');
    } else expect(page.status).toBe(503);
  });

  it('answers health only where it is a worker', async () => {
    const origin = await listening(start(main, { ...environment(), ROLE: 'worker' }));
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    expect((await fetch(`${origin}/api/webhooks`, { method: 'POST' })).status).toBe(404);
  });

  it('says in the log why it cannot listen, and exits with 1', async () => {
    const taken = await listening(start(main, environment()));
    const ended = await outcome(start(main, { ...environment(), PORT: new URL(taken).port }));
    expect(ended.code).toBe(1);
    expect(ended.text).toContain('EADDRINUSE');
  });
});

describe('npm start', () => {
  it('says in one line that the build is missing', async () => {
    const folder = path.join(tempFolder(), 'scripts');
    mkdirSync(folder);
    cpSync(path.join(root, 'scripts/start.mjs'), path.join(folder, 'start.mjs'));
    const ended = await outcome(start(path.join(folder, 'start.mjs'), {}));
    expect(ended).toEqual({
      code: 1,
      text: 'Sekisho is not built yet: run "npm run build" first.\n',
    });
  });
});
