// Known faults of the packages that run in production: `npm run audit`. A registry that does not answer
// says nothing about them: that is told, and is no failure.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=15000'];
const { stdout } = spawnSync('npm', args, {
  cwd: root,
  encoding: 'utf8',
  timeout: 60_000,
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});

/** null: npm could not ask. */
function readReport(text) {
  try {
    const { metadata, vulnerabilities } = JSON.parse(text);
    return metadata?.vulnerabilities ? { counts: metadata.vulnerabilities, vulnerabilities } : null;
  } catch {
    return null;
  }
}

const report = readReport(stdout ?? '');
if (report === null) {
  console.log('audit: the registry did not answer; nothing is known of this day.');
} else {
  const { counts, vulnerabilities } = report;
  const bad = Object.values(vulnerabilities).filter(({ severity }) =>
    ['high', 'critical'].includes(severity),
  );
  for (const { name, severity, range } of bad) console.log(`audit: ${severity} ${name} ${range}`);
  console.log(
    `audit: ${counts.critical} critical, ${counts.high} high, ${counts.moderate} moderate, ${counts.low} low`,
  );
  process.exitCode = bad.length > 0 ? 1 : 0;
}
