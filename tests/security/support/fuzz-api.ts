import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiCall, apiCalls } from './api-calls.ts';
import type { ShopIds } from './fill-shop.ts';
import { type Blow, blow, bounded, hostileText, patience, struck } from './hostile.ts';
import { asStaff, type SendOptions, type Sent, send } from './send-call.ts';
import { type BusyShop, startBusyShop, startMs } from './two-shops.ts';

const calls = Object.entries(apiCalls);
const methodOf = (name: string) => name.split(' ')[0] ?? '';

/**
 * Whatever staff's browser (or somebody with a token) sends: it is taken, or refused with a code and
 * nothing is written. Never a fault: PostgreSQL knows texts that it cannot hold, SQLite holds all.
 *
 * @param database null: this machine has none of that kind
 * @param times how often each route is tried in the short form
 * @param seesWrites whether each refusal is looked at for what it wrote: costs a rest of all work each time
 */
export function fuzzApi(
  database: () => Promise<string | null>,
  times: number,
  seesWrites = true,
): void {
  let world: BusyShop | null;
  let settings: object;
  beforeAll(async () => {
    const url = await database();
    world = url === null ? null : await startBusyShop(url);
    if (world) await comeToRest(world);
    if (world) settings = (await world.running.call('GET', '/api/settings')).body;
  }, startMs);
  afterAll(() => world?.stop());

  /** Sends it and asserts what must hold of any answer. */
  async function survives(method: string, target: string, options: SendOptions): Promise<void> {
    if (world === null) return;
    const { running, database: view, theirs } = world;
    const before = seesWrites ? await view.version() : '';
    const authorization = asStaff(running, theirs.shop);
    const sent = await send(running, method, target, { authorization, ...options });
    const what = `${method} ${target} ${JSON.stringify(options).slice(0, 300)}: ${sent.text}`;
    expect(sent.status, what).toBeLessThan(500);
    if (sent.status >= 400) expect(codeOf(sent), what).toMatch(/^[a-z_]+$/);
    if (!seesWrites) return;
    if (sent.status < 400) return comeToRest(world);
    // The order was read anew to see that it changed, and is kept as it was read.
    if (codeOf(sent) === 'plan_changed') return comeToRest(world);
    expect(await view.version(), what).toEqual(before);
  }

  const tries: readonly [when: (name: string, call: ApiCall) => boolean, Try][] = [
    [(_name, call) => call.body !== undefined, withOddBody],
    [(name) => name.includes('/:'), withOddPart],
    [(_name, call) => queryOf(call) !== null, withOddQuery],
  ];
  const input = fc.record({ at: fc.nat(), text: hostileText, blow });

  it.each(calls)(
    '%s takes or refuses any body, id and query',
    async (name, call) => {
      if (world === null) return;
      const { theirs } = world;
      for (const [, make] of tries.filter(([fits]) => fits(name, call))) {
        const property = fc.asyncProperty(input, async (given) => {
          const { target, ...options } = make({ name, call, ids: theirs, settings }, given);
          await survives(methodOf(name), target, options);
        });
        await fc.assert(property, { ...bounded(times), examples: [[withNul]] });
      }
    },
    patience(60_000),
  );

  it(
    'refuses what is no JSON, too much, or in another encoding',
    async () => {
      if (world === null) return;
      for (const [name, call] of calls.filter(([one]) => eachParser.includes(one))) {
        for (const [file, headers] of oddBodies) {
          await survives(methodOf(name), call.path(world.theirs), { file, headers });
        }
      }
    },
    patience(60_000),
  );
}

/** Until nothing is written any more: what was taken may make work of work. */
async function comeToRest({ running, database }: BusyShop): Promise<void> {
  for (let before = ''; before !== (await database.version()); ) {
    before = await database.version();
    await running.settled();
  }
}

const codeOf = ({ text }: Sent): string => JSON.parse(text).error.code;

/** One route behind each of the server's parsers. */
const eachParser = ['POST /api/orders/:id/hold', 'PUT /api/settings', 'POST /api/checkout/try'];

const oddBodies: readonly [string | Uint8Array<ArrayBuffer>, Record<string, string>][] = [
  ['{"note":', {}],
  [Buffer.from([0xff, 0xfe, 0x00, 0x7b]), {}],
  ['{}', { 'content-type': 'application/json; charset=x-none' }],
  [
    Buffer.from('{"note":"\\u0000"}', 'utf16le'),
    { 'content-type': 'application/json; charset=utf-16' },
  ],
  ['{}', { 'content-encoding': 'gzip' }],
  [`${'['.repeat(40_000)}${']'.repeat(40_000)}`, {}],
  ['x'.repeat(1_100_000), {}],
];

interface Target {
  readonly name: string;
  readonly call: ApiCall;
  readonly ids: ShopIds;
  readonly settings: object;
}

interface Given {
  readonly at: number;
  readonly text: string;
  readonly blow: Blow;
}

type Try = (target: Target, given: Given) => SendOptions & { readonly target: string };

/** The character that PostgreSQL has no room for, in whatever place is the first. */
const withNul: Given = {
  at: 0,
  text: 'a\u0000',
  blow: { at: 0.99, how: 'replace', value: 'a\u0000' },
};

const withOddBody: Try = ({ call, ids, settings }, given) => ({
  target: call.path(ids),
  body: struck(call.body?.(ids, settings), given.blow),
});

/** The dynamic segments of the route, one of them replaced. */
const withOddPart: Try = ({ name, call, ids, settings }, { at, text }) => {
  const route = name.slice(name.indexOf('/')).split('/');
  const parts = bareOf(call.path(ids)).split('/');
  const dynamic = route.flatMap((part, n) => (part.startsWith(':') ? [n] : []));
  const which = dynamic[at % dynamic.length] ?? 0;
  return {
    target: parts.map((part, n) => (n === which ? encoded(text) : part)).join('/'),
    ...(call.body ? { body: call.body(ids, settings) } : {}),
  };
};

const withOddQuery: Try = ({ call, ids }, { at, text }) => {
  const target = call.path(ids);
  const names = (/\?(.*)$/.exec(target)?.[1] ?? '').split('&').map((pair) => pair.split('=')[0]);
  const which = names[at % names.length] ?? '';
  const value = encoded(text);
  const odd = [
    `${which}=${value}`,
    `${which}=${value}&${which}=${value}`,
    `${which}[]=${value}`,
    `${value}=${which}`,
    `${which}=%ff%fe%`,
    `__proto__=${value}`,
  ];
  return {
    target: `${bareOf(target)}?${odd[Math.floor(at / names.length) % odd.length]}`,
    ...(call.file === undefined ? {} : { file: call.file }),
  };
};

const bareOf = (target: string): string => target.replace(/\?.*$/, '');

/** `encodeURIComponent` refuses half a surrogate pair; a dot segment would be resolved away. */
const encoded = (text: string): string =>
  encodeURIComponent(text.slice(0, 2_000).toWellFormed()).replaceAll('.', '%2e') || 'x';

const anyIds = new Proxy(Object.create(null), { get: () => 'x' });
const queryOf = (call: ApiCall): string | null => /\?(.*)$/.exec(call.path(anyIds))?.[1] ?? null;

/** A folder of the whole file: `tempDatabase` is of one test. */
export function sqliteOfFile(): () => Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-fuzz-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return async () => `sqlite:${path.join(folder, 'sekisho.sqlite3')}`;
}
