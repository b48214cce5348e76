import { existsSync } from 'node:fs';
import { browserFiles, libraryPath, systemChromium } from '../machinery/browser-files.ts';

/** The environment that fonts and libraries of the prepared browser need. */
function environment(): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const libraries = libraryPath();
  return {
    ...Object.fromEntries(inherited),
    ...(existsSync(browserFiles.fontconfig) && { FONTCONFIG_FILE: browserFiles.fontconfig }),
    ...(libraries && { LD_LIBRARY_PATH: libraries }),
  };
}

/** How the journeys start their browser: the same on every machine, and without talking to anybody. */
export function launchOptions() {
  return {
    executablePath: systemChromium() ?? browserFiles.chromium,
    env: environment(),
    args: [
      // As root, and in containers, Chromium's own sandbox cannot start. The pages are our own.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // A name that is not loopback does not resolve: a page that asks for a CDN fails its journey.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  };
}

/** A clerk in Tokyo. */
export const clerk = {
  locale: 'ja-JP',
  timezoneId: 'Asia/Tokyo',
  viewport: { width: 1280, height: 860 },
};
