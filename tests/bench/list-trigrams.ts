import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { AddressFacts } from '../../web/risk/order-facts.ts';
import type { AskedOrder } from './list-lookups.ts';
import { personOf } from './list-people.ts';

/** The usual way to find what resembles something: trigrams of the text, in clear. */
export interface Trigrams {
  /** Milliseconds of each search. */
  readonly times: number[];
  readonly threshold: number;
  readonly recall: number;
}

const thresholds = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3];
const tried = 60;

const textOf = (address: Pick<AddressFacts, 'city' | 'address1' | 'address2'>) =>
  [address.city, address.address1, address.address2].filter(Boolean).join(' ').normalize('NFKC');

/** The same addresses in a table with a GIN index, searched at the highest threshold that finds as many. */
export async function searchTrigrams(
  serverUrl: string,
  rows: number,
  orders: readonly AskedOrder[],
  recall: number,
): Promise<Trigrams> {
  const client = await openDatabase(serverUrl);
  try {
    await fill(client, rows);
    const wanted = orders.filter(({ resembles }) => resembles !== null);
    const threshold = await thresholdFor(client, wanted.slice(0, tried), recall);
    await client.query(`set pg_trgm.similarity_threshold = ${threshold}`);
    const times: number[] = [];
    for (const { order } of orders.slice(0, 2 * tried)) {
      const since = performance.now();
      await search(client, textOf(order.shipping ?? {}));
      times.push(performance.now() - since);
    }
    return { times, threshold, recall: await recallOf(client, wanted.slice(0, tried)) };
  } finally {
    await client.end();
  }
}

/** Trigrams of Japanese letters need a database that knows letters; the server's own knows ASCII only. */
async function openDatabase(serverUrl: string): Promise<pg.Client> {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(
    "create database trigrams template template0 encoding 'UTF8' locale 'C.UTF-8'",
  );
  await server.end();
  const url = new URL(serverUrl);
  url.pathname = '/trigrams';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  return client;
}

async function fill(client: pg.Client, rows: number): Promise<void> {
  await client.query('create extension pg_trgm');
  const { rows: shown } = await client.query("select cardinality(show_trgm('渋谷区神宮前')) as n");
  if (Number(shown[0]?.n) < 6) throw new Error('this PostgreSQL makes no trigrams of Japanese');
  await client.query('create table people (id integer, address text)');
  const lines = function* () {
    for (let n = 0; n < rows; n += 1) yield `${n}\t${textOf(personOf(n))}\n`;
  };
  await pipeline(Readable.from(lines()), client.query(copyFrom('copy people from stdin')));
  await client.query("set maintenance_work_mem = '512MB'");
  await client.query('create index people_trigrams on people using gin (address gin_trgm_ops)');
  await client.query('analyze people');
}

const search = async (client: pg.Client, text: string): Promise<number[]> => {
  const { rows } = await client.query<{ id: number }>(
    'select id from people where address % $1 order by similarity(address, $1) desc limit 50',
    [text],
  );
  return rows.map(({ id }) => id);
};

async function recallOf(client: pg.Client, wanted: readonly AskedOrder[]): Promise<number> {
  let found = 0;
  for (const { order, resembles } of wanted) {
    const ids = await search(client, textOf(order.shipping ?? {}));
    if (resembles !== null && ids.includes(resembles)) found += 1;
  }
  return found / wanted.length;
}

async function thresholdFor(client: pg.Client, wanted: readonly AskedOrder[], recall: number) {
  for (const threshold of thresholds) {
    await client.query(`set pg_trgm.similarity_threshold = ${threshold}`);
    if ((await recallOf(client, wanted)) >= recall) return threshold;
  }
  return thresholds.at(-1) ?? 0.3;
}
