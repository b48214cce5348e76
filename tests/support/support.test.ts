import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import net from 'node:net';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { manualClock } from './clock.ts';
import { sequentialIds, sequentialNumbers } from './ids.ts';
import { isLoopback } from './no-outside-network.ts';
import { freshPostgres } from './postgres.ts';
import { tempDatabase } from './temp-database.ts';

describe('the network of a test', () => {
  it('refuses fetch to an outside host', async () => {
    await expect(fetch('https://shop.myshopify.com/admin')).rejects.toThrow('loopback');
  });

  it('refuses a socket to an outside host, however it is asked for', () => {
    expect(() => net.connect(443, 'shopify.com')).toThrow('shopify.com');
    expect(() => net.connect({ host: '203.0.113.7', port: 25 })).toThrow('203.0.113.7');
  });

  it('leaves loopback open', async () => {
    const server = createServer((_request, response) => response.end('here')).listen(
      0,
      '127.0.0.1',
    );
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(await answer.text()).toBe('here');
    server.close();
  });

  it('does not take a name that only looks local for loopback', () => {
    expect(isLoopback('localhost.example.com')).toBe(false);
    expect(isLoopback('127.0.0.1.example.com')).toBe(false);
    expect(isLoopback('::1')).toBe(true);
  });
});

describe('a temporary database', () => {
  let earlier = '';

  it('is a file of this test alone', () => {
    const database = tempDatabase({ isNew: true });
    expect(database.url).toBe(`sqlite:${database.file}`);
    expect(existsSync(database.file)).toBe(false);
    writeFileSync(database.file, 'x');
    earlier = database.folder;
  });

  it('is gone once its test has passed', () => {
    expect(earlier).not.toBe('');
    expect(existsSync(earlier)).toBe(false);
  });
});

const postgres = await freshPostgres({ isNew: true });

describe.skipIf(postgres === null)('a fresh PostgreSQL database', () => {
  afterAll(() => postgres?.drop());

  it('is empty and speaks UTF-8', async () => {
    const client = new pg.Client({ connectionString: postgres?.url });
    await client.connect();
    const tables = await client.query(
      "select count(*)::int as n from information_schema.tables where table_schema = 'public'",
    );
    const text = await client.query('select $1::text as t', ['関所𠮷']);
    await client.end();
    expect(tables.rows[0]).toEqual({ n: 0 });
    expect(text.rows[0]).toEqual({ t: '関所𠮷' });
  });

  it('is another one at each call', async () => {
    const second = await freshPostgres();
    expect(second?.url).not.toBe(postgres?.url);
    await second?.drop();
  });
});

describe('clock and ids', () => {
  it('move only when a test moves them', () => {
    const clock = manualClock('2026-11-22T12:00:00+09:00');
    const start = clock.now();
    clock.advance(1500);
    expect(clock.now() - start).toBe(1500);
    clock.set('2026-12-01T00:00:00Z');
    expect(clock.iso()).toBe('2026-12-01T00:00:00.000Z');
    expect(() => clock.set('soon')).toThrow('Not a time');
  });

  it('count from one', () => {
    const id = sequentialIds('act');
    expect([id(), id()]).toEqual(['act-1', 'act-2']);
    const number = sequentialNumbers(1001);
    expect([number(), number()]).toEqual([1001, 1002]);
  });
});
