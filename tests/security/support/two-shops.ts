import { startAlertReceiver } from '../../support/alert-receiver.ts';
import { domain, type StartOptions, startApp } from '../../support/app-on-stand-in.ts';
import { type ManualClock, manualClock } from '../../support/clock.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { type Canaries, canariesOf } from './canaries.ts';
import { type DatabaseView, viewDatabase } from './database-view.ts';
import { fillShop, type ShopIds, type World } from './fill-shop.ts';

export interface BusyShop extends World {
  readonly clock: ManualClock;
  readonly database: DatabaseView;
  /** The shop that is attacked, and what only it may see. */
  readonly theirs: ShopIds;
  readonly canaries: Canaries;
  stop(): Promise<void>;
}

export interface TwoShops extends BusyShop {
  /** The attacker's own shop: nothing is missing there for a request to get as far as it can. */
  readonly own: ShopIds;
}

const mailLogin = { user: 'mise', password: 'kanariya-no-aikotoba' };
/** Of the hook that starts them, in milliseconds: two dozen requests and all the work that they make. */
export const startMs = 240_000;
export const ownShop = 'hoka.myshopify.com';

/** Two shops of one app, both in the middle of a busy day. */
export async function startTwoShops(databaseUrl: string): Promise<TwoShops> {
  const world = await startBusyShop(databaseUrl);
  world.running.standIn.addShop({ domain: ownShop, name: 'ほか商店' });
  const own = await fillShop(world, ownShop, canariesOf('hokamise', '保加', 2));
  return { ...world, own };
}

/** A shop in the middle of a busy day, with one thing of every kind. */
export async function startBusyShop(
  databaseUrl: string,
  options: Pick<StartOptions, 'log' | 'encryptionKey'> = {},
): Promise<BusyShop> {
  const clock = manualClock('2026-11-24T11:00:00+09:00');
  const mails = await startMailServer({ login: mailLogin });
  const alerts = await startAlertReceiver();
  const running = await startApp({ databaseUrl, now: clock.now, ...options });
  const world: World = {
    running,
    mails,
    alertUrl: alerts.url,
    alertKey: 'kanariya-no-kagi',
    mailLogin,
  };
  const canaries = canariesOf('kanariya', '香鳴', 7);
  const theirs = await fillShop(world, domain, canaries);
  const database = viewDatabase(databaseUrl);
  return {
    ...world,
    clock,
    database,
    theirs,
    canaries,
    stop: async () => {
      await database.close();
      await running.stop();
      await mails.stop();
      await alerts.stop();
    },
  };
}
