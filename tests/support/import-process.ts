import { composeApp } from '../../web/compose.ts';
import { parseConfig } from '../../web/config.ts';

/** The app's worker as a process that a test kills: works what stands in the database. */
const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(parsed.error);
const app = composeApp(parsed.config, { tickMs: 20 });
await app.runner.start();
