import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { promised as chaos } from '../chaos/promised.ts';
import { tempFolder } from '../support/temp-database.ts';
import { type Measurement, type Promised, percentile } from './figure.ts';
import { measurements, promisedFigures } from './figures.ts';
import { parseRunOptions, type Run, runReport } from './run-report.ts';

const root = path.join(import.meta.dirname, '../..');

const promised: Promised[] = [
  { name: 'fast_ms', limit: { atMost: 50 } },
  { name: 'many_per_s', limit: { atLeast: 100 } },
  { name: 'later_ms', later: 'its part is not built' },
];
const quick: Measurement = {
  names: ['fast_ms', 'many_per_s'],
  measure: async (report) => {
    report.figure('fast_ms', { value: 12.5, unit: 'ms', note: 'ten at once' });
    report.figure('many_per_s', { value: 99, unit: '1/s', note: 'one core' });
  },
};

function start(change: Partial<Run> = {}) {
  const said: string[] = [];
  const options = { json: null, only: null };
  const say = (line: string) => said.push(line);
  const run = { promised, measurements: [quick], options, say, now: () => 0, budget: 1000 };
  return { said, done: runReport({ ...run, ...change }) };
}

describe('a bench run', () => {
  it('gives each figure, and says why one is absent', async () => {
    const { done } = start();
    expect(await done).toEqual({
      figures: {
        fast_ms: { value: 12.5, unit: 'ms', note: 'ten at once' },
        many_per_s: { value: 99, unit: '1/s', note: 'one core' },
      },
      notes: { later_ms: 'not measured yet: its part is not built' },
    });
  });

  it('prints a missed limit beside a kept one', async () => {
    const { done, said } = start();
    await done;
    expect(said.find((line) => line.startsWith('fast_ms'))).toContain('kept');
    expect(said.find((line) => line.startsWith('many_per_s'))).toContain('MISSED');
  });

  it('measures only what was asked for, and names what it does not know', async () => {
    const { done } = start({ options: { json: null, only: ['many_per_s', 'tpyo'] } });
    const { figures, notes } = await done;
    expect(Object.keys(figures)).toEqual(['many_per_s']);
    expect(Object.keys(notes)).toEqual(['tpyo']);
  });

  it('has each figure on the disk before the next is measured', async () => {
    const json = path.join(tempFolder(), 'deep/bench.json');
    const onDisk = () => Object.keys(JSON.parse(readFileSync(json, 'utf8')).figures);
    let seen: string[] = [];
    const second: Measurement = {
      names: ['many_per_s'],
      measure: async () => {
        seen = onDisk();
      },
    };
    const first = { ...quick, names: ['fast_ms'] };
    await start({
      measurements: [first, second],
      options: { json, only: ['fast_ms', 'many_per_s'] },
    }).done;
    expect(seen).toContain('fast_ms');
  });

  it('goes on after a measurement that fails, keeping what it had told', async () => {
    const half: Measurement = {
      names: ['fast_ms', 'later_ms'],
      measure: async (report) => {
        report.figure('fast_ms', { value: 1, unit: 'ms', note: '' });
        throw new Error('the port was taken');
      },
    };
    const other: Measurement = { ...quick, names: ['many_per_s'] };
    const open = promised.map(({ name }) => ({ name }));
    const { figures, notes } = await start({ promised: open, measurements: [half, other] }).done;
    expect(figures.many_per_s?.value).toBe(99);
    expect(notes).toEqual({ later_ms: 'failed: the port was taken' });
  });

  it('refuses a figure that is not a number', async () => {
    const broken: Measurement = {
      names: ['fast_ms'],
      measure: async (report) =>
        report.figure('fast_ms', { value: Number.NaN, unit: 'ms', note: '' }),
    };
    const { notes } = await start({ measurements: [broken] }).done;
    expect(notes.fast_ms).toContain('not a number');
  });

  it('starts nothing when the time is over', async () => {
    let time = 0;
    const slow: Measurement = {
      names: ['fast_ms'],
      measure: async (report) => {
        time = 5000;
        report.figure('fast_ms', { value: 1, unit: 'ms', note: '' });
      },
    };
    const next = { ...quick, names: ['many_per_s'] };
    const { notes } = await start({ measurements: [slow, next], now: () => time }).done;
    expect(notes.many_per_s).toBe('no time left in this run');
  });
});

describe('the figures', () => {
  it('are measured or said to be absent, never both', () => {
    const measured = measurements.flatMap(({ names }) => names);
    const promisedNow = promisedFigures.filter(({ later }) => later === undefined);
    expect(new Set(measured).size).toBe(measured.length);
    expect(measured.toSorted()).toEqual(promisedNow.map(({ name }) => name).toSorted());
  });

  it('take the highest value for the 99th of a hundredth', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([7], 0.5)).toBe(7);
    expect(() => percentile([], 0.5)).toThrow();
  });
});

describe('the command line', () => {
  it('is read strictly', () => {
    expect(parseRunOptions(['--json', 'a.json', '--only', 'x,y'])).toEqual({
      json: 'a.json',
      only: ['x', 'y'],
    });
    expect(parseRunOptions([])).toEqual({ json: null, only: null });
    expect(() => parseRunOptions(['--jsno', 'a'])).toThrow();
  });

  it('of chaos names every figure of its contract', () => {
    const names = chaos.map(({ name }) => name);
    const contract = ['kills', 'lost_webhooks', 'flagged_not_held', 'held_without_case'];
    expect(names).toEqual(expect.arrayContaining([...contract, 'double_actions', 'unknown_mails']));
  });

  it('of chaos tells why a figure is not there', () => {
    const json = path.join(tempFolder(), 'chaos.json');
    const args = ['tests/chaos/run.ts', '--json', json, '--only', 'no_such_figure'];
    execFileSync(process.execPath, args, { cwd: root });
    const { figures, notes } = JSON.parse(readFileSync(json, 'utf8'));
    expect([figures, Object.keys(notes)]).toEqual([{}, ['no_such_figure']]);
  }, 120_000);
});
