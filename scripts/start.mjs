// `npm start`: runs what `npm run build` left, with the environment as it is.
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const server = path.join(root, 'build/server.js');
const page = path.join(root, 'web/frontend/dist/index.html');

if (!existsSync(server) || !existsSync(page)) {
  console.error('Sekisho is not built yet: run "npm run build" first.');
  process.exit(1);
}

process.setSourceMapsEnabled(true);
// In this process: a signal to it reaches the server's own graceful stop.
await import(server);
