import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Folders with a package.json and a lock file of their own: packages that the app never needs. */
export const packageFolders = {
  /** Browser, PostgreSQL, font. */
  machinery: import.meta.dirname,
  /** What the bench compares the app with. */
  peers: path.join(import.meta.dirname, 'peers'),
};

/**
 * Installs a folder's packages from its lock file, again only when that changed (the same stamp as
 * scripts/test.mjs writes). Needs nothing but the npm registry.
 * @throws Error naming the folder, with npm's own last lines, where the install fails
 */
export function installPackages(folder: string): void {
  const lock = readFileSync(path.join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = path.join(folder, 'node_modules/.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', folder], {
      encoding: 'utf8',
      stdio: 'pipe',
      shell: process.platform === 'win32',
    });
  } catch (error) {
    throw new Error(`packages of ${path.basename(folder)} not installed: ${lastLines(error)}`);
  }
  writeFileSync(stamp, wanted);
}

function lastLines(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return said.trim().split('\n').slice(-3).join(' | ');
}
