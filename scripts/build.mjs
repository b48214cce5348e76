// `npm run build`: the frontend (web/frontend/dist), the server (build/server.js) and each
// extension that has a build script. With --demo-if-stale all but the server, and each only when
// a source is newer than what was built: the demo runs the server's TypeScript as it is. With
// --functions-if-stale only the extensions, for the tests.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { build as buildServer } from 'esbuild';
import { build as buildFrontend } from 'vite';

const root = path.join(import.meta.dirname, '..');
const frontend = path.join(root, 'web/frontend');
const builtPage = path.join(frontend, 'dist/index.html');

if (process.argv.includes('--demo-if-stale')) {
  if (isPageStale()) await frontendBuild();
  functionsIfStale();
} else if (process.argv.includes('--functions-if-stale')) {
  functionsIfStale();
} else {
  await frontendBuild();
  await serverBuild();
  for (const name of extensionsWithBuild()) extensionBuild(name);
}

async function frontendBuild() {
  console.log('Building the pages (web/frontend) …');
  await buildFrontend({ root: frontend, logLevel: 'warn' });
}

/** Packages stay outside: sqlite3 is native, and the rest is installed anyway. */
async function serverBuild() {
  console.log('Building the server (build/server.js) …');
  await buildServer({
    entryPoints: {
      server: path.join(root, 'web/main.ts'),
      // An image has no sources: there it is `node build/backup.js`.
      backup: path.join(root, 'scripts/backup.ts'),
      // Threads start from files of their own, which stand beside the server's.
      'import-thread': path.join(root, 'web/imports/import-thread.ts'),
      'seal-thread': path.join(root, 'web/imports/seal-thread.ts'),
    },
    outdir: path.join(root, 'build'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  copyData();
}

/** Files that the server's code reads beside itself: the bundle stands in build/, so do they. */
function copyData() {
  const data = path.join(root, 'web/japan/data');
  for (const name of readdirSync(data).filter((file) => file.endsWith('.gz'))) {
    cpSync(path.join(data, name), path.join(root, 'build/data', name));
  }
}

function functionsIfStale() {
  for (const name of extensionsWithBuild()) if (isFunctionStale(name)) extensionBuild(name);
}

function extensionBuild(name) {
  console.log(`Building extensions/${name} …`);
  const args = ['run', '--silent', 'build', `--workspace=extensions/${name}`];
  const { status } = spawnSync('npm', args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`extensions/${name} did not build`);
}

function extensionsWithBuild() {
  const folder = path.join(root, 'extensions');
  return readdirSync(folder).filter((name) => {
    const file = path.join(folder, name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).scripts?.build;
  });
}

/** contract/ is bundled with the pages. */
function isPageStale() {
  return isOlder(builtPage, [frontend, path.join(root, 'web/contract')]);
}

/** Keys and towns are bundled into the functions. */
function isFunctionStale(name) {
  const folder = path.join(root, 'extensions', name);
  const sources = [folder, path.join(root, 'web/japan'), path.join(root, 'web/contract')];
  return isOlder(path.join(folder, 'dist/function.js'), sources);
}

/** The lock file stands for every package. */
function isOlder(built, sources) {
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  const all = [...sources, path.join(root, 'package-lock.json')];
  return all.some((source) => newestIn(source) > builtAt);
}

function newestIn(source) {
  const { mtimeMs } = statSync(source);
  if (!statSync(source).isDirectory()) return mtimeMs;
  const names = readdirSync(source).filter((name) => name !== 'dist' && name !== 'node_modules');
  return Math.max(0, ...names.map((name) => newestIn(path.join(source, name))));
}
