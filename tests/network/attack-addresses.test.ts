import { describe, expect, it } from 'vitest';
import { createMailer } from '../../web/mail/mailer.ts';
import { createOutgoing } from '../../web/network/post-outside.ts';
import { reachableAddress } from '../../web/network/reachable-address.ts';
import type { OutgoingMail } from '../../web/usecases/ports/mail-port.ts';
import { startAlertReceiver } from '../support/alert-receiver.ts';
import { startMailServer } from '../support/mail-server.ts';

/** Every way to write an address that is inside somebody's network, or nobody's. */
const inside = [
  '127.0.0.1',
  '127.8.9.10',
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '100.127.255.255',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.168.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:a9fe:a9fe',
  '0:0:0:0:0:ffff:10.0.0.1',
  '::127.0.0.1',
  '::ffff:0:10.0.0.1',
  '64:ff9b::169.254.169.254',
  '64:ff9b:1::a00:1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2002:a9fe:a9fe::1',
  '3fff::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%lo',
  'fec0::1',
  'ff02::1',
];
/** As somebody writes it who hopes that a check reads it otherwise than the connection does. */
const disguised = [
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '127.1',
  '127.0.1',
  '0',
  'localhost',
  'localhost.',
  'LOCALHOST',
];

const mail: OutgoingMail = {
  messageId: '<m-1@reidai.myshopify.com>',
  from: { name: 'れいだい商店', address: 'mise@example.jp' },
  bounce: 'mise@example.jp',
  replyTo: null,
  to: 'kaimono@example.jp',
  subject: 'ご注文の確認',
  text: 'お世話になっております。',
  date: 0,
};
const mailer = (addresses?: () => Promise<readonly string[]>, allowLoopback = false) =>
  createMailer({
    smtpUrl: null,
    appUrl: 'https://app.example.jp',
    allowLoopback,
    timeouts: { connect: 300, greeting: 300, quiet: 300, whole: 1_000 },
    ...(addresses ? { lookup: addresses } : {}),
  });
const send = (from: ReturnType<typeof mailer>, host: string, port: number) =>
  from.send(
    { host, port, security: 'none', user: '', password: null, trusted: false },
    mail,
    async () => true,
  );

describe('a host that a shop named', () => {
  it.each(inside)('never leads to %s, as a number or by a name', async (address) => {
    const production = { loopback: false };
    expect(await reachableAddress(address, production)).toEqual({ ok: false, why: 'private' });
    const named = { ...production, lookup: async () => [address] };
    expect(await reachableAddress('mail.example.jp', named)).toEqual({ ok: false, why: 'private' });
  });

  it.each(disguised)('never leads to this machine, written %s', async (host) => {
    const found = await reachableAddress(host, { loopback: false });
    expect(found).toMatchObject({ ok: false });
  });

  it('leads to its public address where it has others beside it', async () => {
    const lookup = async () => ['10.0.0.1', '::1', '2606:4700::1111', '93.184.216.34'];
    expect(await reachableAddress('mail.example.jp', { loopback: false, lookup })).toEqual({
      ok: true,
      addresses: ['93.184.216.34', '2606:4700::1111'],
    });
  });

  it.each(['a\u0000b', '', ' ', '127.0.0.1:25', '[::1]', 'user@127.0.0.1', '%31%32%37.0.0.1'])(
    'is not known where it is no name: %j',
    async (host) => {
      expect(await reachableAddress(host, { loopback: false })).toMatchObject({ ok: false });
    },
  );
});

describe('a mail server inside the network', () => {
  it('hears nothing of us, whatever the shop calls it', async () => {
    const server = await startMailServer();
    for (const host of [...disguised, '127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      const outcome = await send(mailer(), host, server.port);
      expect(outcome, host).toMatchObject({ kind: 'failed' });
      expect(['not-allowed', 'address'], host).toContain(
        outcome.kind === 'failed' ? outcome.problem : '',
      );
    }
    expect(server.received).toEqual([]);
    await server.stop();
  });

  it('is not reached by a name that points elsewhere the second time it is asked', async () => {
    const server = await startMailServer();
    let asked = 0;
    const rebinding = mailer(async () => {
      asked += 1;
      return asked === 1 ? ['192.168.0.1'] : ['127.0.0.1'];
    });
    expect(await send(rebinding, 'mail.example.jp', server.port)).toMatchObject({
      problem: 'not-allowed',
    });
    expect(asked).toBe(1);
    expect(server.messages()).toBe(0);
    await server.stop();
  });

  it('is connected to at the address that was looked at, and the name is not asked again', async () => {
    const server = await startMailServer();
    let asked = 0;
    const onMachine = mailer(async () => {
      asked += 1;
      return asked === 1 ? ['127.0.0.1'] : ['127.0.0.9'];
    }, true);
    expect(await send(onMachine, 'mail.example.jp', server.port)).toMatchObject({ kind: 'sent' });
    expect(asked).toBe(1);
    await server.stop();
  });
});

describe('an alert’s receiver', () => {
  it('cannot send us on to an address inside', async () => {
    const inner = await startAlertReceiver();
    const outer = await startAlertReceiver();
    for (const status of [301, 302, 303, 307, 308]) {
      outer.answer({ status, headers: { location: `${inner.url}/latest/meta-data` } });
      const outcome = await createOutgoing({ loopback: true, timeoutMs: 2_000 }).post(
        outer.url,
        '{}',
        {},
      );
      expect(outcome).toMatchObject({ ok: false, problem: 'redirect', permanent: true });
    }
    expect(inner.received).toEqual([]);
    await Promise.all([inner.stop(), outer.stop()]);
  });

  it('gets no header of its own making through the address', async () => {
    const receiver = await startAlertReceiver();
    const outgoing = createOutgoing({ loopback: true, timeoutMs: 2_000 });
    await outgoing.post(`${receiver.url}/a%0d%0aX-Evil:%201?b=\r\nX-Evil: 1`, '{}', {});
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]?.headers).not.toHaveProperty('x-evil');
    await receiver.stop();
  });
});
