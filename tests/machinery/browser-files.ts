import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, 'node_modules/.browser');

/** Where prepare.ts puts what the browser needs. */
export const browserFiles = {
  folder,
  chromium: path.join(folder, 'chromium'),
  libraries: path.join(folder, 'al2023/lib'),
  fontconfig: path.join(folder, 'fonts.conf'),
};

/**
 * A browser that is installed: `CHROMIUM_PATH`, or the distribution's; null where there is none, or
 * where `CHROMIUM_PATH=packaged` asks for the one of the npm package.
 */
export function systemChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named === 'packaged') return null;
  if (named) return named;
  const usual = [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return usual.find((file) => existsSync(file)) ?? null;
}

/** LD_LIBRARY_PATH for the unpacked Chromium, or null where the system has all it needs. */
export function libraryPath(): string | null {
  if (systemChromium() !== null) return null;
  const listed = execFileSync('ldd', [browserFiles.chromium], { encoding: 'utf8' });
  return listed.includes('not found') ? browserFiles.libraries : null;
}
