// `npm start`: runs what `npm run build` left, with the environment as it is.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const server = path.join(root, 'build/server.js');
const page = path.join(root, 'web/frontend/dist/index.html');

if (!existsSync(server) || !existsSync(page)) {
  console.error('Sekisho is not built yet: run "npm run build" first.');
  process.exit(1);
}

const file = /^sqlite:(.+)$/.exec(process.env.DATABASE_URL || 'sqlite:./data/sekisho.sqlite3')?.[1];
if (file !== undefined && file !== ':memory:') {
  // The database holds customers' data: nobody else on this machine needs to look into its folder.
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
}

process.setSourceMapsEnabled(true);
// In this process: a signal to it reaches the server's own graceful stop.
await import(server);
