import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { connect } from '../../web/storage/connections.ts';
import { tempDatabase } from '../support/temp-database.ts';

const megabyte = 1_000_000;

async function written(catchesUp: boolean): Promise<number> {
  const { url, file } = tempDatabase();
  const { writer, checkpoints, close } = connect(url);
  await writer.schema.createTable('pieces', (t) => {
    t.binary('body');
  });
  for (let n = 0; n < 12; n += 1) {
    await writer('pieces').insert({ body: randomBytes(megabyte) });
    if (catchesUp) await checkpoints.catchUp();
  }
  const size = statSync(`${file}-wal`).size;
  await close();
  return size;
}

it('keeps the log short under bulk work, which no commit has to do', async () => {
  expect(await written(false)).toBeGreaterThan(10 * megabyte);
  expect(await written(true)).toBeLessThan(3 * megabyte);
});

it('ends with the connections, and does nothing after that', async () => {
  const { writer, checkpoints, close } = connect(tempDatabase().url);
  await writer.raw('select 1');
  checkpoints.wrote();
  await close();
  checkpoints.wrote();
  await checkpoints.catchUp();
});
