import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRecording } from '../../web/standin/replay/recording.ts';
import { replay } from '../../web/standin/replay.ts';

const root = join(import.meta.dirname, '../..');
const ownFolder = join(root, 'tests/fixtures/standin');
const recordedFolder = process.env.RECORDED_DIR ?? join(root, '../shared/recorded');

const scenariosIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));

const replayFile = (file: string) => replay(readRecording(readFileSync(file, 'utf8')));

describe('scenarios written by hand from the platform facts', () => {
  test.each(scenariosIn(ownFolder))('the stand-in answers %s as written', async (file) => {
    const report = await replayFile(file);
    expect(report.differences).toEqual([]);
    expect(report.matched).toBe(report.exchanges);
  });

  test('a wrong expectation is found, with where it is wrong', async () => {
    const file = join(ownFolder, 'hold-twice-release-one.json');
    const text = readFileSync(file, 'utf8')
      .replace('DUPLICATE_FULFILLMENT_HOLD_HANDLE', 'TAKEN')
      .replace('"requestedQueryCost": 10', '"requestedQueryCost": 11');
    const report = await replay(readRecording(text));
    expect(report.differences.map(({ path }) => path).sort()).toEqual([
      'cost.requestedQueryCost',
      'data.fulfillmentOrderHold.userErrors[0].code',
    ]);
    expect(report.matched).toBe(report.exchanges - 2);
  });
});

const recorded = existsSync(recordedFolder) ? scenariosIn(recordedFolder) : [];
if (recorded.length === 0) {
  console.log('Recorded Admin API exchanges are not here (RECORDED_DIR): their replay is skipped.');
}

describe.skipIf(recorded.length === 0)('scenarios recorded on a test store of Shopify', () => {
  test.each(recorded)('the stand-in answers %s as Shopify did', async (file) => {
    const report = await replayFile(file);
    expect(report.differences).toEqual([]);
    expect(report.matched).toBe(report.exchanges);
  });
});

test('a file that is no recording is refused in words', () => {
  expect(() => readRecording('{"exchanges": [{}]}')).toThrow('exchange 0 has no query');
});
