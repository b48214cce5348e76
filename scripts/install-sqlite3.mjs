// Runs after `npm ci`. sqlite3's own install script is switched off (package.json, allowScripts): where no
// prebuilt file can be fetched it compiles, and then fetches Node's headers, which fails on a machine
// that reaches the npm registry only. The headers lie beside the Node that the lock file brings.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const modules = path.join(import.meta.dirname, '../node_modules');
const folder = path.join(modules, 'sqlite3');
const windows = process.platform === 'win32';

/** A `node` of the right version stands first, as in every npm script. */
function run(command, args, env = {}) {
  const PATH = [path.join(modules, '.bin'), process.env.PATH].join(path.delimiter);
  execFileSync(command, args, {
    cwd: folder,
    env: { ...process.env, ...env, PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows,
  });
}

function works(step) {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}

const isBuilt = () => works(() => run('node', ['--eval', 'require("sqlite3")']));
const fetchPrebuilt = () => works(() => run('prebuild-install', ['--runtime', 'napi']));

function compile() {
  console.log('Compiling SQLite (about 90 seconds) …');
  const own = path.join(modules, `node-${process.platform}-${process.arch}`);
  const hasHeaders = existsSync(path.join(own, 'include/node/node_api.h'));
  try {
    run('node-gyp', ['rebuild'], hasHeaders ? { npm_config_nodedir: own } : {});
  } catch (error) {
    console.error(String(error.stderr ?? error).slice(-4000));
    console.error('sqlite3 could not be compiled. It needs a C++ compiler, make and python3.');
    process.exit(1);
  }
}

if (!isBuilt() && !fetchPrebuilt()) compile();
