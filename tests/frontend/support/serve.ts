/**
 * Looks at the pages without the app: `npx vite build web/frontend`, then
 * `npx node tests/frontend/support/serve.ts --port 4100 [--observe] [--empty] [--no-cancel] [--read-only]`.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { FakeApi } from './fake-api.ts';

const dist = join(import.meta.dirname, '../../../web/frontend/dist');
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
};

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4100' },
    observe: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
    'no-cancel': { type: 'boolean', default: false },
    'read-only': { type: 'boolean', default: false },
    en: { type: 'boolean', default: false },
  },
});

const api = new FakeApi({
  now: () => new Date(),
  mode: values.observe ? 'observe' : 'act',
  mayCancel: !values['no-cancel'],
  maySettings: !values['read-only'],
  isEmpty: values.empty,
  locale: values.en ? 'en' : 'ja',
});

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? undefined : JSON.parse(text);
}

async function page(): Promise<string> {
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  return html
    .replace('%SHOPIFY_API_KEY%', 'fake-key')
    .replace('%APP_BRIDGE_URL%', '/fake-app-bridge.js');
}

async function file(path: string): Promise<{ type: string; body: string | Buffer }> {
  if (path === '/fake-app-bridge.js') {
    const script = await readFile(join(import.meta.dirname, 'fake-app-bridge.js'));
    return { type: 'text/javascript', body: script };
  }
  if (!path.startsWith('/assets/')) return { type: 'text/html', body: await page() };
  const body = await readFile(join(dist, normalize(path)));
  return { type: types[extname(path)] ?? 'application/octet-stream', body };
}

createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname.startsWith('/api/')) {
    const { status, body } = api.answer(request.method ?? 'GET', url, await readBody(request));
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    return;
  }
  const { type, body } = await file(url.pathname);
  const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
  response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy }).end(body);
}).listen(Number(values.port), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${values.port}/?locale=${values.en ? 'en' : 'ja'}`);
});
