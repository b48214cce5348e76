import { describe, expect, it } from 'vitest';
import {
  bridgeFiles,
  lineLimit,
  namelessFolders,
  strayEnvironment,
  tooLong,
  uncheckedTypes,
} from './file-rules.ts';
import { heavyKeys, standinInMain } from './import-graph.ts';
import { importViolations } from './import-rule.ts';
import { source } from './sources.ts';
import { outsideTransaction } from './transactions.ts';
import { unhandledTopics } from './webhook-topics.ts';

/** What the import rule says of one import in one file. */
const says = (file: string, line: string) => importViolations([source(file, line)]);

describe('the import rule', () => {
  it.each([
    ['web/risk/a.ts', "import { b } from '../usecases/b.ts';"],
    ['web/risk/a.ts', "import type { B } from '../shopify/b.ts';"],
    ['web/risk/a.ts', "import fs from 'node:fs';"],
    ['web/risk/a.ts', "export { b } from '../contract/b.ts';"],
    ['web/risk/a.ts', "const b = await import('../http/b.ts');"],
    ['web/risk/a.ts', "type B = import('../http/b.ts').B;"],
    ['web/japan/a.ts', "import express from 'express';"],
    ['web/japan/a.ts', "import { b } from '../risk/b.ts';"],
    ['web/japan/a.ts', "import { readFileSync } from 'node:fs';"],
    ['web/japan/name-data.ts', "import { createServer } from 'node:http';"],
    ['web/contract/a.ts', "import { b } from '../risk/b.ts';"],
    ['web/contract/a.ts', "import { type B, b } from '../risk/b.ts';"],
    ['web/usecases/a.ts', "import knex from 'knex';"],
    ['web/usecases/a.ts', "import { b } from '../storage/b.ts';"],
    ['web/shopify/a.ts', "import { b } from '../contract/b.ts';"],
    ['web/storage/a.ts', "import { b } from '../shopify/b.ts';"],
    ['web/jobs/a.ts', "import { b } from '../storage/b.ts';"],
    ['web/http/routes/a.ts', "import { b } from '../../storage/b.ts';"],
    ['web/http/a.ts', "import { b } from '../config.ts';"],
    ['web/frontend/pages/a.tsx', "import { b } from '../../usecases/b.ts';"],
    ['web/frontend/pages/a.tsx', "import path from 'node:path';"],
    ['web/standin/a.ts', "import { b } from '../shopify/client.ts';"],
    ['web/standin/a.ts', "import { b } from '../risk/b.ts';"],
    ['web/main.ts', "import { b } from './standin/b.ts';"],
    ['web/rooms/a.ts', "import { b } from './b.ts';"],
    ['extensions/x/src/a.ts', "import { b } from '../../../web/contract/b.ts';"],
    ['extensions/x/src/a.ts', "import { b } from '../../y/src/b.ts';"],
    ['extensions/x/src/a.ts', "import type { B } from '../../../web/risk/b.ts';"],
    ['extensions/x/src/a.ts', "import fs from 'node:fs';"],
  ])('refuses in %s: %s', (file, line) => {
    expect(says(file, line)).toHaveLength(1);
  });

  it.each([
    ['web/risk/signals/a.ts', "import { b } from '../../japan/b.ts';"],
    ['web/contract/a.ts', "import type { B } from '../risk/b.ts';"],
    ['web/contract/a.ts', "import { type B, type C } from '../risk/b.ts';"],
    ['web/japan/a.ts', "import parse from 'libphonenumber-js/max';"],
    ['web/japan/name-data.ts', "import { readFileSync } from 'node:fs';"],
    ['web/standin/a.ts', "import { b } from '../shopify/operations/b.ts';"],
    ['web/demo.ts', "import { b } from './standin/b.ts';"],
    ['tests/standin/a.ts', "import { b } from '../../web/standin/b.ts';"],
    ['extensions/x/src/a.ts', "import type { B } from '../../../web/contract/b.ts';"],
    ['extensions/x/src/a.ts', "import { b } from '../../../web/japan/keys.ts';"],
  ])('allows in %s: %s', (file, line) => {
    expect(says(file, line)).toEqual([]);
  });
});

describe('main.ts', () => {
  const main = source('web/main.ts', "import { serve } from './http/serve.ts';");

  it('is refused when a file that it runs imports the stand-in', () => {
    const between = source('web/http/serve.ts', "import { b } from '../standin/b.ts';");
    const standin = source('web/standin/b.ts', 'export const b = 1;');
    expect(standinInMain([main, between, standin])).not.toEqual([]);
  });

  it('is refused when a file that it runs serves the bridge by its name', () => {
    const between = source('web/http/serve.ts', "sendFile('../standin/app-bridge.js');");
    expect(standinInMain([main, between])).toHaveLength(1);
  });

  it('may stand beside a stand-in that only demo.ts runs', () => {
    const demo = source('web/demo.ts', "import { b } from './standin/b.ts';");
    const standin = source('web/standin/b.ts', 'export const b = 1;');
    expect(standinInMain([main, demo, standin])).toEqual([]);
  });
});

describe('japan/keys.ts', () => {
  it('is refused when something that it runs needs a package', () => {
    const keys = source('web/japan/keys.ts', "import { b } from './b.ts';");
    const needs = source('web/japan/b.ts', "import { parse } from 'tldts';");
    expect(heavyKeys([keys, needs])).toHaveLength(1);
  });
});

describe('inside a transaction', () => {
  const found = (text: string) => outsideTransaction([source('web/storage/a.ts', text)]);

  it.each([
    ['the outer handle', "db.transaction(async (trx) => { await db('orders').insert(row); });"],
    ['the outer handle as an argument', 'db.transaction(async (trx) => save(db, row));'],
    ['a handle that is a member', 'this.db.transaction(async (trx) => this.db.raw("select 1"));'],
    [
      'another handle of the file',
      'function f(writer: Knex, reader: Knex) { return writer.transaction((trx) => reader.raw("")); }',
    ],
    [
      'storage again',
      'deps.storage.write(async (tx) => { await deps.storage.read.orders.load(id); });',
    ],
    [
      'a request to Shopify',
      'deps.storage.write(async (tx) => { await deps.shopify.readOrder(id); });',
    ],
    [
      'storage in a function of a transaction',
      'async function f(deps: Deps, tx: Tables) { await deps.storage.tokens.load(); }',
    ],
    ['no callback', 'const trx = await db.transaction();'],
  ])('refuses %s', (_what, text) => {
    expect(found(text)).toHaveLength(1);
  });

  it.each([
    ['the transaction', "db.transaction(async (trx) => { await trx('orders').insert(row); });"],
    [
      'a handle of the same name that is the transaction',
      "db.transaction(async (db) => { await db('orders'); });",
    ],
    [
      'the handle before and after',
      "await db('a'); await db.transaction((trx) => trx('b')); await db('c');",
    ],
    ['a response that is written', 'response.write(() => deps.storage.read.orders.load(id));'],
  ])('allows %s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a file', () => {
  it('is refused when it is too long', () => {
    const lines = (count: number) => source('web/a.ts', 'x;\n'.repeat(count));
    expect(tooLong([lines(lineLimit)])).toEqual([]);
    expect(tooLong([lines(lineLimit + 1)])).toHaveLength(1);
  });

  it('is refused in a folder without a meaning', () => {
    const names = ['web/http/utils/a.ts', 'web/lib/a.ts', 'web/common/a.ts', 'tests/helpers/a.ts'];
    expect(namelessFolders(names.map((name) => source(name, '')))).toHaveLength(names.length);
    expect(namelessFolders([source('web/library-hours.ts', '')])).toEqual([]);
  });

  it('is refused when it says any, also in a cast', () => {
    expect(uncheckedTypes([source('web/a.ts', 'const a: any = b as any;')])).toHaveLength(2);
    expect(uncheckedTypes([source('web/a.ts', 'const any = "any"; // any')])).toEqual([]);
  });

  it('is refused when it reads the environment elsewhere', () => {
    const reads = ['process.env.PORT', "process['env'].PORT", "import process from 'node:process'"];
    for (const text of reads) {
      expect(strayEnvironment([source('web/http/a.ts', text)]), text).toHaveLength(1);
      expect(strayEnvironment([source('web/main.ts', text)]), text).toEqual([]);
    }
  });

  it('counts as touching the bridge however it reaches it', () => {
    const touching = [
      'window.shopify.toast.show("x")',
      '(window as W).shopify',
      "globalThis['shopify']",
      'declare const shopify: ShopifyGlobal;',
    ];
    for (const text of touching) expect(bridgeFiles([source('a.tsx', text)]), text).toHaveLength(1);
    expect(bridgeFiles([source('a.tsx', 'const shopify = order.shopify;')])).toEqual([]);
  });
});

describe('a webhook subscription', () => {
  const block = (comment: string) =>
    `${comment}\n[[webhooks.subscriptions]]\ntopics = ["orders/create"]\n`;
  const exists = (file: string) => file === 'web/usecases/a.ts';

  it('is refused without a handler, or with one that is not there', () => {
    expect(unhandledTopics(block(''), exists)).toHaveLength(1);
    expect(unhandledTopics(block('# Handled by: web/usecases/b.ts'), exists)).toHaveLength(1);
    expect(unhandledTopics('', exists)).toHaveLength(1);
  });

  it('needs a handler of its own, not that of its neighbour', () => {
    const two = `${block('# Handled by: web/usecases/a.ts')}\n${block('')}`;
    expect(unhandledTopics(two, exists)).toHaveLength(1);
    expect(unhandledTopics(block('# Handled by: web/usecases/a.ts'), exists)).toEqual([]);
  });
});
