import { backUp, tellRestored } from '../web/storage/backup.ts';

const usage = `npm run backup -- FILE        writes a copy of the SQLite database to FILE, while the app runs
npm run backup -- --restored  tells a database that it was restored by other means (PostgreSQL)
DATABASE_URL names the database; sqlite:./data/sekisho.sqlite3 where it is not set.`;

const whys = {
  exists: 'That file exists already. A backup is never written over another one.',
  postgres: 'This is PostgreSQL: use pg_dump (docs/backup.md).',
  'no-database': 'There is no database at DATABASE_URL.',
};

const databaseUrl = process.env.DATABASE_URL || 'sqlite:./data/sekisho.sqlite3';
const [file] = process.argv.slice(2);
if (file === '--restored') {
  await tellRestored(databaseUrl, Date.now());
  console.log('The database is marked as restored; the next start goes over what was under way.');
} else if (file === undefined || file.startsWith('-')) {
  console.error(usage);
  process.exitCode = 1;
} else {
  const answer = await backUp(databaseUrl, file, Date.now());
  if (answer.ok)
    console.log(
      `Written: ${file}. Keep ENCRYPTION_KEY apart from it: without the key it is worth nothing.`,
    );
  else console.error(whys[answer.why]);
  process.exitCode = answer.ok ? 0 : 1;
}
