import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  bridgeFiles,
  namelessFolders,
  strayEnvironment,
  tooLong,
  uncheckedTypes,
} from './architecture/file-rules.ts';
import { heavyKeys, runsWith, standinInMain } from './architecture/import-graph.ts';
import { importViolations } from './architecture/import-rule.ts';
import { readSources, root } from './architecture/sources.ts';
import { outsideTransaction } from './architecture/transactions.ts';
import { unhandledTopics } from './architecture/webhook-topics.ts';

const shipped = readSources(['web', 'extensions']);
const all = [...shipped, ...readSources(['tests', 'scripts'])];

describe('the tree', () => {
  it('keeps the import rule', () => {
    expect(importViolations(shipped)).toEqual([]);
  });

  it('never leads from main.ts to the store stand-in', () => {
    // A graph that were cut short would prove nothing.
    expect(runsWith('web/main.ts', shipped).length).toBeGreaterThan(50);
    expect(standinInMain(shipped)).toEqual([]);
  });

  it('keeps the keys small enough for a checkout function', () => {
    expect(heavyKeys(shipped)).toEqual([]);
  });

  it('uses only the transaction inside a transaction', () => {
    expect(outsideTransaction(shipped)).toEqual([]);
  });

  it('touches window.shopify in one file', () => {
    const frontend = shipped.filter((file) => file.path.startsWith('web/frontend/'));
    expect(bridgeFiles(frontend)).toHaveLength(1);
  });

  it('reads the environment only where a process starts', () => {
    expect(strayEnvironment(all)).toEqual([]);
  });

  it('has no nameless folder, no file too long, and no any', () => {
    expect(namelessFolders(all)).toEqual([]);
    expect(tooLong(all)).toEqual([]);
    expect(uncheckedTypes(all)).toEqual([]);
  });

  it('says for each webhook topic which file handles it', () => {
    const exists = (file: string) => existsSync(path.join(root, file));
    const manifest = readFileSync(path.join(root, 'shopify.app.toml'), 'utf8');
    expect(unhandledTopics(manifest, exists)).toEqual([]);
  });
});
