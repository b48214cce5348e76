// Every test, with what it needs: `npm test`, or a part of it with `-- --unit` or `-- --journeys`.
// The last line is `N passed, N failed` over all runners; lint, types and builds count as one each.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const machinery = path.join(root, 'tests/machinery');
const build = path.join(root, 'build');
const windows = process.platform === 'win32';

// A `node` of the right version comes with the project; an older one may come first in a shell.
const env = {
  ...process.env,
  PATH: [path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
};

const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function count({ passed = 0, failed = 0, skipped = 0 }, name) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  if (failed > 0) failures.push(`${name}: ${failed} failed`);
}

/** Runs a program in the root folder; `output` is what it said, empty where it spoke to the terminal. */
function run(command, args, { show = false } = {}) {
  return new Promise((resolve) => {
    const stdio = ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'];
    const child = spawn(command, args, { cwd: root, env, stdio, shell: windows });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.once('error', (error) => resolve({ ok: false, output: String(error) }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** A check that passes or fails as a whole; it speaks only when it failed. */
async function step(name, command, args) {
  const started = Date.now();
  const { ok, output } = await run(command, args);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!ok) console.log(output);
  count(ok ? { passed: 1 } : { failed: 1 }, name);
  return ok;
}

/** A runner that writes a report. One that ends badly without a failed test (a crash) counts as one. */
async function runner(name, report, args, read) {
  rmSync(report, { force: true });
  const { ok } = await run('node', args, { show: true });
  const figures = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : {};
  if (!ok && !figures.failed) figures.failed = 1;
  count(figures, name);
}

/** Browser, PostgreSQL and font, by a lock file of their own; installed again only when that changed. */
async function installMachinery() {
  const lock = readFileSync(path.join(machinery, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = path.join(machinery, 'node_modules/.installed-lock');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    const installed = await step('test machinery', 'npm', ['ci', '--prefix', machinery]);
    if (!installed) return false;
    writeFileSync(stamp, wanted);
  }
  return true;
}

function typecheck(folder) {
  const project = path.join(folder, 'tsconfig.json');
  if (!existsSync(path.join(root, project))) return;
  return step(`types of ${folder}`, 'node', ['node_modules/typescript/bin/tsc', '-p', project]);
}

async function checkSources() {
  const biome = ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'];
  await step('lint and format', 'node', biome);
  const extensions = readdirSync(path.join(root, 'extensions')).map((name) => `extensions/${name}`);
  for (const folder of ['.', 'web/frontend', ...extensions]) await typecheck(folder);
  if (existsSync(path.join(root, 'scripts/docs.mjs'))) {
    await step('generated docs', 'node', ['scripts/docs.mjs', '--check']);
  }
}

function unitTests() {
  const report = path.join(build, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...reporters];
  return runner('unit tests', report, args, (result) => ({
    passed: result.numPassedTests,
    // A file that cannot be loaded has no tests to fail.
    failed: result.numFailedTests + result.testResults.filter(isBrokenFile).length,
    skipped: result.numPendingTests + result.numTodoTests,
  }));
}

const isBrokenFile = (file) => file.status === 'failed' && file.assertionResults.length === 0;

async function journeys() {
  if (!(await step('browser', 'node', ['tests/machinery/prepare.ts']))) return;
  await typecheck('tests/journeys');
  if (existsSync(path.join(root, 'scripts/build.mjs'))) {
    if (!(await step('build', 'node', ['scripts/build.mjs']))) return;
  }
  const playwright = path.join(machinery, 'node_modules/@playwright/test/cli.js');
  const args = [playwright, 'test', '-c', 'tests/journeys/playwright.config.ts'];
  await runner('journeys', path.join(build, 'journeys.json'), args, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

const asked = process.argv.slice(2);
const wants = (part) => asked.length === 0 || asked.includes(`--${part}`);
const unknown = asked.filter((option) => !['--unit', '--journeys'].includes(option));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. One file: npx vitest run <path>`);
  process.exit(2);
}
mkdirSync(build, { recursive: true });

// The install waits for the network, the checks for the processor.
const [installed] = await Promise.all([
  installMachinery(),
  wants('unit') ? checkSources() : Promise.resolve(),
]);
if (wants('unit')) await unitTests();
if (wants('journeys') && installed) await journeys();

for (const failure of failures) console.log(`✗ ${failure}`);
if (totals.skipped > 0) console.log(`${totals.skipped} skipped`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
