import { composeApp } from './compose.ts';
import { type Config, parseConfig } from './config.ts';
import { serve } from './http/serve.ts';
import { WrongEncryptionKey } from './storage/key-rotation.ts';
import type { OpenStorage } from './storage/open-storage.ts';
import type { Log } from './usecases/ports/log-port.ts';

/** Whoever runs us sends SIGKILL ten seconds after SIGTERM. Milliseconds. */
const endMs = 9_800;
const drainMs = 8_000;

/** `npm start`: one process, from the environment to listening, until a signal ends it. */
const parsed = parseConfig(process.env);
if (parsed.ok) await run(parsed.config);
else {
  console.error(parsed.error);
  process.exitCode = 1;
}

async function run(config: Config): Promise<void> {
  const { http, runner, storage, useCases, log } = composeApp(config);
  endOnFault(log);
  const keys = await migrate(storage);
  if (config.previousEncryptionKey !== null) {
    log.info(keys, 'all keys are under ENCRYPTION_KEY: ENCRYPTION_KEY_PREVIOUS can be removed');
  }
  await useCases.privacy.afterRestore();
  await runner.start();
  const server = await serve(http, { port: config.port, drainMs });
  log.info({ port: server.port, url: config.appUrl, role: config.role }, 'listening');

  const stop = async (signal: string) => {
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), endMs).unref();
    await Promise.all([server.stop(), runner.stop()]);
    await useCases.privacy.settled();
    await storage.close();
    log.info({}, 'stopped');
    // What was handed back may still wait for an answer from Shopify; nobody asks for it any more.
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Once: a second signal finds no handler and ends the process at once.
    process.once(signal, () => void stop(signal));
  }
}

/** A wrong key is a mistake of whoever starts us: one line, no stack, and nothing was touched. */
async function migrate(storage: OpenStorage): ReturnType<OpenStorage['migrate']> {
  try {
    return await storage.migrate();
  } catch (error) {
    if (!(error instanceof WrongEncryptionKey)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Node would print the message as it is; the log masks what it quotes. */
function endOnFault(log: Log): void {
  process.once('uncaughtException', (error) => {
    log.error({ err: error }, 'cannot go on');
    process.exit(1);
  });
}
