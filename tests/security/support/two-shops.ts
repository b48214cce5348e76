import { startAlertReceiver } from '../../support/alert-receiver.ts';
import { domain, startApp } from '../../support/app-on-stand-in.ts';
import { type ManualClock, manualClock } from '../../support/clock.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { type Canaries, canariesOf } from './canaries.ts';
import { type DatabaseView, viewDatabase } from './database-view.ts';
import { fillShop, type ShopIds, type World } from './fill-shop.ts';

export interface TwoShops extends World {
  readonly clock: ManualClock;
  readonly database: DatabaseView;
  /** The shop that is attacked, and what only it may see. */
  readonly theirs: ShopIds;
  readonly canaries: Canaries;
  /** The attacker's own shop: nothing is missing there for a request to get as far as it can. */
  readonly own: ShopIds;
  stop(): Promise<void>;
}

export const ownShop = 'hoka.myshopify.com';

/** Two shops of one app, both in the middle of a busy day. */
export async function startTwoShops(databaseUrl: string): Promise<TwoShops> {
  const clock = manualClock('2026-11-24T11:00:00+09:00');
  const mails = await startMailServer();
  const alerts = await startAlertReceiver();
  const running = await startApp({ databaseUrl, now: clock.now });
  running.standIn.addShop({ domain: ownShop, name: 'ほか商店' });
  const world: World = { running, mails, alertUrl: alerts.url, alertKey: 'kanariya-no-kagi' };
  const canaries = canariesOf('kanariya', '香鳴', 7);
  const theirs = await fillShop(world, domain, canaries);
  const own = await fillShop(world, ownShop, canariesOf('hokamise', '保加', 2));
  const database = viewDatabase(databaseUrl);
  return {
    ...world,
    clock,
    database,
    theirs,
    canaries,
    own,
    stop: async () => {
      await database.close();
      await running.stop();
      await mails.stop();
      await alerts.stop();
    },
  };
}
