import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { validate } from 'dockerfile-utils';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const dockerfile = readFileSync(path.join(root, 'deploy/Dockerfile'), 'utf8');
const packageFile: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

it('is a Dockerfile without a fault', () => {
  expect(validate(dockerfile).map(({ message }) => message)).toEqual([]);
  expect(validate('FROM\nRUNN x').length).toBeGreaterThan(0);
});

it('copies what there is, and what the build makes', () => {
  const copied = [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+) /gm)].map(
    ([, name]) => name,
  );
  expect(copied.length).toBeGreaterThan(4);
  const made = new Set(['build', 'web/frontend/dist', 'node_modules']);
  const missing = copied.filter(
    (name) => name && !made.has(name) && !existsSync(path.join(root, name)),
  );
  expect(missing).toEqual([]);
});

it('starts the server with the memory that `npm start` gives it', () => {
  const [, command] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? [];
  const words: unknown = JSON.parse(command ?? '[]');
  expect(packageFile).toHaveProperty(
    'scripts.start',
    `exec ${Array.isArray(words) ? words.join(' ') : ''}`,
  );
});

it('keeps secrets, data and what was built elsewhere out of the image', () => {
  const ignored = readFileSync(path.join(root, '.dockerignore'), 'utf8').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['.env', '.git', 'data', '**/node_modules']));
});
