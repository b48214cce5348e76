import path from 'node:path';
import { defineConfig } from '../machinery/playwright.ts';
import { clerk, launchOptions } from '../support/browser.ts';

const build = path.join(import.meta.dirname, '../../build');

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.journey.ts',
  outputDir: path.join(build, 'journeys'),
  // A journey mostly waits for what its demo does next: two at a time keep two cores busy.
  workers: 2,
  timeout: 60_000,
  // What a page waits for comes within moments, but on a machine that does ten other things.
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: path.join(build, 'journeys.json') }]],
  use: { ...clerk, launchOptions: launchOptions(), screenshot: 'only-on-failure' },
});
