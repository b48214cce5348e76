import { expect, it } from 'vitest';
import { together } from '../../web/usecases/together.ts';

it('gives every answer in its place', async () => {
  expect(await together([Promise.resolve(1), Promise.resolve('two'), null])).toEqual([
    1,
    'two',
    null,
  ]);
});

it('tells a failure when all others have ended', async () => {
  const ended: string[] = [];
  const slow = new Promise<void>((resolve) => setImmediate(resolve)).then(() => ended.push('slow'));
  await expect(together([Promise.reject(new Error('full')), slow])).rejects.toThrow('full');
  expect(ended).toEqual(['slow']);
});
