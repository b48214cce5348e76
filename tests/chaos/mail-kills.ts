import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import { openStorage } from '../../web/storage/open-storage.ts';
import { enqueueMail } from '../../web/usecases/contact/send-mail.ts';
import { startMailServer, type TestMailServer } from '../support/mail-server.ts';
import { mailOn, newMail } from '../support/mail-shop.ts';

const shop = newMail('').shop;
const steps = ['data', 'connect', 'to', 'from'] as const;

export interface MailKills {
  readonly mails: number;
  readonly kills: number;
  /** Shown as of unknown fate. */
  readonly unknown: number;
  /** Arrived more than once: never right. */
  readonly twice: number;
  /** Shown as sent and not arrived, or neither sent nor unknown: never right. */
  readonly lost: number;
}

/**
 * A worker sends `mails` to a real SMTP server and is killed `kills` times, each time while a session
 * has come to another step; every fourth time after a message has left. The next one takes over what it left.
 * @param databaseUrl an empty database
 */
export async function killWhileMailing(
  databaseUrl: string,
  { mails, kills }: { mails: number; kills: number },
): Promise<MailKills> {
  const key = randomBytes(32);
  const server = await startMailServer();
  const storage = openStorage({ databaseUrl, encryptionKey: key, now: Date.now });
  try {
    await storage.migrate();
    const ids = Array.from({ length: mails }, (_, n) => `m-${n}`);
    await storage.write(async (tx) => {
      await tx.shops.ensure(shop, Date.now());
      const settings = { ...defaultSettings, mail: mailOn(server.port), revision: 1 };
      await tx.shops.saveSettings(shop, settings, defaultSettings.revision);
      for (const id of ids) await enqueueMail(tx, newMail(id), Date.now());
    });
    for (let kill = 0; kill < kills; kill += 1) {
      const worker = startWorker(databaseUrl, key);
      await passSome(server, 2);
      await server.reached(steps[kill % steps.length] ?? 'data');
      worker.kill('SIGKILL');
      await once(worker, 'exit');
    }
    const last = startWorker(databaseUrl, key);
    const { read } = storage;
    while ((await read.mails.count('waiting')) + (await read.mails.count('sending')) > 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    last.kill('SIGKILL');
    await once(last, 'exit');
    const states = await Promise.all(
      ids.map(async (id) => (await read.mails.load(shop, id))?.state),
    );
    const arrived = ids.map((id) => arrivals(server, id));
    return {
      mails,
      kills,
      unknown: states.filter((state) => state === 'unknown').length,
      twice: arrived.filter((times) => times > 1).length,
      lost: states.filter(
        (state, n) => state !== 'unknown' && !(state === 'sent' && arrived[n] === 1),
      ).length,
    };
  } finally {
    await storage.close();
    await server.stop();
  }
}

async function passSome(server: TestMailServer, messages: number): Promise<void> {
  for (let n = 0; n < messages; n += 1) await server.reached('data');
}

const arrivals = (server: TestMailServer, id: string) =>
  server.received.filter(({ mail }) => mail.messageId === `<${id}@${shop}>`).length;

function startWorker(databaseUrl: string, key: Buffer) {
  const env = {
    ...process.env,
    PORT: '0',
    SHOPIFY_APP_URL: 'http://127.0.0.1:1',
    SHOPIFY_API_KEY: 'k',
    SHOPIFY_API_SECRET: 's',
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEY: key.toString('base64'),
    SHOPIFY_ADMIN_ORIGIN: 'http://127.0.0.1:1',
    LOG_LEVEL: 'silent',
  };
  const file = path.join(import.meta.dirname, '../support/import-process.ts');
  return spawn(process.execPath, [file], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
