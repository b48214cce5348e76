import { afterEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import { enqueueMail, stopWaitingMails } from '../../web/usecases/contact/send-mail.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { startMailServer, type TestMailServer } from '../support/mail-server.ts';
import { mailOf, mailOn, newMail, send } from '../support/mail-shop.ts';
import { tempDatabase } from '../support/temp-database.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface World {
  readonly running: RunningApp;
  readonly server: TestMailServer;
  readonly clock: ReturnType<typeof manualClock>;
}

async function start(): Promise<World> {
  const clock = manualClock(new Date().toISOString());
  const server = await startMailServer();
  const running = await startApp({ databaseUrl: tempDatabase().url, now: clock.now });
  ends.push(server.stop, running.stop);
  await running.call('GET', '/api/today');
  await running.changeSettings({ mail: mailOn(server.port) });
  await running.settled();
  return { running, server, clock };
}

/** So often the work comes again, each time when its turn has come. */
async function wait({ running, clock }: World, tries: number): Promise<void> {
  for (let n = 0; n < tries; n += 1) {
    clock.advance(5 * 60_000);
    await running.app.runner.idle();
  }
}

const sent = ({ running, clock }: World) => send(running, newMail('m-1'), clock.now());

const audit = async ({ running }: World) =>
  (await running.app.storage.read.audit.ofOrder(domain, '1001', 50)).map(({ what }) => what);

describe('a mail of the outbox', () => {
  it('arrives once, with the shop as its sender, and is "sent"', async () => {
    const world = await start();
    expect(await sent(world)).toMatchObject({
      state: 'sent',
      problem: null,
      messageId: `<m-1@${domain}>`,
    });
    const [got, ...more] = world.server.received;
    expect(more).toEqual([]);
    expect(got?.mail.from?.value).toEqual([{ name: 'れいだい商店', address: 'mise@example.jp' }]);
    expect(got?.mail.messageId).toBe(`<m-1@${domain}>`);
    expect(await audit(world)).toEqual(['mail-sent']);
  });

  it('comes again after a "later" of the server, and arrives once', async () => {
    const world = await start();
    world.server.fail('to', 451);
    expect(await sent(world)).toMatchObject({
      state: 'waiting',
      problem: 'busy',
    });
    world.server.mend();
    await wait(world, 2);
    expect(await mailOf(world.running, 'm-1')).toMatchObject({ state: 'sent', problem: null });
    expect(world.server.received).toHaveLength(1);
  });

  it('is given up after about half an hour, and people are told why', async () => {
    const world = await start();
    world.server.fail('from', 451);
    await sent(world);
    await wait(world, 14);
    expect(await mailOf(world.running, 'm-1')).toMatchObject({
      state: 'failed',
      problem: 'busy',
      said: expect.stringContaining('451'),
    });
    expect(await audit(world)).toEqual(['mail-failed']);
    world.server.mend();
    await wait(world, 3);
    expect(world.server.received).toEqual([]);
  });

  it('that the server refuses for good is not tried a second time', async () => {
    const world = await start();
    world.server.fail('to', 550);
    expect(await sent(world)).toMatchObject({
      state: 'failed',
      problem: 'recipient',
    });
    world.server.mend();
    await wait(world, 3);
    expect(world.server.received).toEqual([]);
  });

  it('whose connection broke after it had left is of unknown fate, and never goes by itself', async () => {
    const world = await start();
    world.server.fail('data', 'drop');
    expect(await sent(world)).toMatchObject({
      state: 'unknown',
      problem: 'lost',
    });
    expect(world.server.messages()).toBe(1);
    world.server.mend();
    await wait(world, 14);
    expect(world.server.messages()).toBe(1);
    expect(await audit(world)).toEqual(['mail-unknown']);
  });

  it('does not go out any more when the buyer has answered meanwhile', async () => {
    const world = await start();
    world.server.fail('connect', 421);
    await sent(world);
    const { storage } = world.running.app;
    expect(await storage.write((tx) => stopWaitingMails(tx, domain, '1001'))).toBe(1);
    world.server.mend();
    await wait(world, 3);
    expect(world.server.received).toEqual([]);
    expect(await mailOf(world.running, 'm-1')).toMatchObject({
      state: 'failed',
      problem: 'stopped',
    });
  });

  it('is not tried again either when the buyer answered while it was on its way', async () => {
    const world = await start();
    const { storage, runner } = world.running.app;
    world.server.fail('to', 'hang');
    const isReached = world.server.reached('to');
    await storage.write((tx) => enqueueMail(tx, newMail('m-1'), world.clock.now()));
    runner.wake(domain);
    await isReached;
    await storage.write((tx) => stopWaitingMails(tx, domain, '1001'));
    world.server.drop();
    world.server.mend();
    await runner.idle();
    await wait(world, 3);
    expect(world.server.received).toEqual([]);
    expect(await mailOf(world.running, 'm-1')).toMatchObject({
      state: 'failed',
      problem: 'stopped',
    });
  });

  it('of a shop without a server is not sent, and says so', async () => {
    const world = await start();
    await world.running.changeSettings({ mail: defaultSettings.mail });
    expect(await sent(world)).toMatchObject({
      state: 'failed',
      problem: 'not-set-up',
    });
  });
});

describe('a mail on its way', () => {
  it('is "sending" from before its first byte until the server has answered', async () => {
    const world = await start();
    const { storage, runner } = world.running.app;
    world.server.fail('data', 'hang');
    const [isConnected, hasArrived] = [world.server.reached('to'), world.server.reached('data')];
    await storage.write((tx) => enqueueMail(tx, newMail('m-1'), world.clock.now()));
    runner.wake(domain);
    await isConnected;
    expect((await mailOf(world.running, 'm-1')).state).not.toBe('sent');
    await hasArrived;
    expect((await mailOf(world.running, 'm-1')).state).toBe('sending');
    world.server.drop();
    await runner.idle();
    expect((await mailOf(world.running, 'm-1')).state).toBe('unknown');
  });
});

describe('what staff say to a mail', () => {
  const post = ({ running }: World, what: string, body: unknown = {}) =>
    running.call('POST', `/api/mails/m-1/${what}`, body);

  it('again: the same message, with the same Message-ID; what was sent is refused', async () => {
    const world = await start();
    world.server.fail('data', 'drop');
    await sent(world);
    world.server.mend();
    const again = await post(world, 'again');
    expect(again).toMatchObject({ status: 200, body: { mail: { state: 'waiting' } } });
    await world.running.app.runner.idle();
    expect(world.server.received.map(({ mail }) => mail.messageId)).toEqual([`<m-1@${domain}>`]);
    expect(await post(world, 'again')).toMatchObject({
      status: 409,
      body: { error: { code: 'mail_sent_already' } },
    });
    expect(await audit(world)).toEqual(['mail-sent', 'mail-again', 'mail-unknown']);
  });

  it('arrived: one of unknown fate is "sent"', async () => {
    const world = await start();
    world.server.fail('data', 'drop');
    await sent(world);
    for (const _ of [1, 2]) {
      expect(await post(world, 'arrived')).toMatchObject({
        status: 200,
        body: { mail: { state: 'sent' } },
      });
    }
    expect(await audit(world)).toEqual(['mail-arrived', 'mail-unknown']);
  });

  it('bounced: kept with its note, and the check of the order is offered', async () => {
    const world = await start();
    await sent(world);
    const answer = await post(world, 'bounced', { note: '宛先なし' });
    expect(answer).toMatchObject({
      status: 200,
      body: { mail: { state: 'bounced', error: '宛先なし' }, offer: 'staff-email-no-reply' },
    });
    const check = await post(world, 'bounced', { note: 1 });
    expect(check.status).toBe(422);
  });

  it('is not found in another shop, nor under an id that is none', async () => {
    const world = await start();
    await sent(world);
    world.running.standIn.addShop({ domain: 'hoka.myshopify.com' });
    const as = { shop: 'hoka.myshopify.com' };
    for (const what of ['again', 'arrived', 'bounced']) {
      expect((await world.running.call('POST', `/api/mails/m-1/${what}`, {}, as)).status).toBe(404);
      expect((await world.running.call('POST', `/api/mails/m%2F1/${what}`, {})).status).toBe(404);
    }
  });
});
