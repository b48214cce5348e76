import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe } from 'vitest';
import { privacyBattery } from '../contracts/privacy-erased.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-privacy-'));

describe('personal data on SQLite', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  privacyBattery(async () => `sqlite:${path.join(folder, 'sekisho.sqlite3')}`);
});
