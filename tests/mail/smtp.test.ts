import { afterEach, describe, expect, it } from 'vitest';
import { createMailer, type MailerOptions } from '../../web/mail/mailer.ts';
import type { MailServer, OutgoingMail } from '../../web/usecases/ports/mail-port.ts';
import {
  type MailServerOptions,
  startMailServer,
  type TestMailServer,
} from '../support/mail-server.ts';
import { selfSigned } from '../support/self-signed.ts';

const running: TestMailServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

const start = async (options?: MailServerOptions) => {
  const server = await startMailServer(options);
  running.push(server);
  return server;
};

/** Every message may leave. */
function sendingAll(options: MailerOptions) {
  const { standard, send } = createMailer(options);
  const leaving = async () => true;
  return {
    standard,
    send: (server: MailServer, message: OutgoingMail) => send(server, message, leaving),
  };
}

const timeouts = { connect: 2_000, greeting: 1_500, quiet: 1_500, whole: 4_000 };
const host = 'mail.example.jp';
const certificate = selfSigned(host);
const mailer = (change: { allowLoopback?: boolean; addresses?: string[]; ca?: string } = {}) =>
  sendingAll({
    smtpUrl: null,
    appUrl: 'https://app.example.jp',
    allowLoopback: change.allowLoopback ?? true,
    lookup: async () => change.addresses ?? ['127.0.0.1'],
    timeouts,
    ...(change.ca === undefined ? {} : { ca: change.ca }),
  });

const toward = (port: number, change: Partial<MailServer> = {}): MailServer => ({
  host,
  port,
  security: 'none',
  user: '',
  password: null,
  trusted: false,
  ...change,
});

const mail = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: '<m-1@reidai.myshopify.com>',
  from: { name: 'れいだい商店', address: 'mise@example.jp' },
  bounce: 'modori@example.jp',
  replyTo: null,
  to: 'kaimono@example.jp',
  subject: 'ご注文の確認',
  text: 'いつもありがとうございます。\n',
  date: Date.parse('2026-11-22T03:00:00Z'),
  ...change,
});

describe('a mail that is handed over', () => {
  it('arrives as it was written, from the shop, with the bounce address on the envelope', async () => {
    const server = await start();
    const outcome = await mailer().send(toward(server.port), mail({ replyTo: 'toi@example.jp' }));
    expect(outcome).toMatchObject({ kind: 'sent' });
    const [got] = server.received;
    expect(got).toMatchObject({ from: 'modori@example.jp', to: ['kaimono@example.jp'] });
    expect(got?.mail).toMatchObject({
      subject: 'ご注文の確認',
      text: 'いつもありがとうございます。\n',
      messageId: '<m-1@reidai.myshopify.com>',
      from: { value: [{ name: 'れいだい商店', address: 'mise@example.jp' }] },
      replyTo: { value: [{ address: 'toi@example.jp' }] },
    });
    expect(got?.mail.date?.toISOString()).toBe('2026-11-22T03:00:00.000Z');
  });

  it('goes by TLS from the first byte to a server whose certificate is of its name', async () => {
    const server = await start({ certificate, tls: true });
    const secure = toward(server.port, { security: 'tls' });
    expect(await mailer({ ca: certificate.cert }).send(secure, mail())).toMatchObject({
      kind: 'sent',
    });
  });

  it('goes by STARTTLS, and logs in behind it', async () => {
    const login = { user: 'mise@example.jp', password: 'ひみつ pass' };
    const server = await start({ certificate, login });
    const secure = toward(server.port, { security: 'starttls', ...login });
    expect(await mailer({ ca: certificate.cert }).send(secure, mail())).toMatchObject({
      kind: 'sent',
    });
    expect(server.logins).toEqual(['mise@example.jp ひみつ pass']);
  });
});

describe('nothing leaves in clear', () => {
  it.each([
    ['a server that does not offer STARTTLS', { clearOnly: true }, 'starttls', host],
    ['a certificate that nobody vouches for', { certificate }, 'starttls', host],
    ['the same, TLS from the first byte', { certificate, tls: true }, 'tls', host],
    ['a certificate of another name', { certificate }, 'starttls', 'betsu.example.jp'],
    ['the port of STARTTLS asked for TLS', { certificate }, 'tls', host],
  ] as const)('%s gets neither login nor mail', async (what, options, security, name) => {
    const login = { user: 'mise', password: 'himitsu' };
    const server = await start({ ...options, login });
    const trust = what.startsWith('a certificate of another') ? { ca: certificate.cert } : {};
    const outcome = await mailer(trust).send(
      toward(server.port, { host: name, security, ...login }),
      mail(),
    );
    expect(outcome).toMatchObject({ kind: 'failed', problem: 'tls' });
    expect(server.logins).toEqual([]);
    expect(server.messages()).toBe(0);
  });

  it('not even where the settings say "none" and the server is another machine', async () => {
    const elsewhere = mailer({ addresses: ['93.184.215.14'] });
    expect(await elsewhere.send(toward(25), mail())).toMatchObject({
      kind: 'failed',
      problem: 'tls',
    });
  });
});

describe('what a server answers', () => {
  it.each([
    ['from', 550, 'refused', 'sender'],
    ['to', 550, 'refused', 'recipient'],
    ['data', 554, 'refused', 'content'],
    ['from', 451, 'failed', 'busy'],
    ['to', 450, 'failed', 'busy'],
    ['data', 452, 'failed', 'busy'],
    ['connect', 421, 'failed', 'busy'],
  ] as const)('%s %i is %s: %s, with its own words', async (step, code, kind, problem) => {
    const server = await start();
    server.fail(step, code);
    const outcome = await mailer().send(toward(server.port), mail());
    expect(outcome).toMatchObject({ kind, problem });
    expect(outcome.said).toContain(String(code));
    expect(server.received).toEqual([]);
  });

  it('a wrong password is told as such, and may be mended', async () => {
    const server = await start({ login: { user: 'mise', password: 'himitsu' } });
    const wrong = toward(server.port, { user: 'mise', password: 'chigau' });
    expect(await mailer().send(wrong, mail())).toMatchObject({ kind: 'failed', problem: 'login' });
  });
});

describe('a connection that breaks', () => {
  it.each([
    ['connect', 'hang', 'failed'],
    ['from', 'hang', 'failed'],
    ['to', 'drop', 'failed'],
    ['data', 'hang', 'unknown'],
    ['data', 'drop', 'unknown'],
  ] as const)('at %s (%s) leaves the mail %s', async (step, how, kind) => {
    const server = await start();
    server.fail(step, how);
    const outcome = await mailer().send(toward(server.port), mail());
    expect(outcome.kind).toBe(kind);
    expect(server.received).toEqual([]);
  });

  it('nobody there, and a name that does not exist, are told apart', async () => {
    const server = await start();
    await server.stop();
    const nobody = toward(server.port);
    expect(await mailer().send(nobody, mail())).toMatchObject({ problem: 'connection' });
    const unnamed = mailer({ addresses: [] });
    expect(await unnamed.send(nobody, mail())).toMatchObject({ problem: 'address' });
  });
});

describe('the moment before a message leaves', () => {
  const { send } = createMailer({
    ...{ smtpUrl: null, appUrl: 'https://app.example.jp', allowLoopback: true },
    lookup: async () => ['127.0.0.1'],
    timeouts,
  });

  it('is told once, when the server takes the message, and before anything of it is there', async () => {
    const server = await start();
    const seen: number[] = [];
    const leaving = async () => {
      seen.push(server.messages());
      return true;
    };
    server.fail('to', 450);
    await send(toward(server.port), mail(), leaving);
    expect(seen).toEqual([]);
    server.mend();
    expect(await send(toward(server.port), mail(), leaving)).toMatchObject({ kind: 'sent' });
    expect(seen).toEqual([0]);
  });

  it('can still keep it back', async () => {
    const server = await start();
    const outcome = await send(toward(server.port), mail(), async () => false);
    expect(outcome).toEqual({ kind: 'failed', problem: 'stopped', said: null });
    expect(server.messages()).toBe(0);
  });

  it('that fails lets nothing out, and says so', async () => {
    const server = await start();
    const broken = async () => Promise.reject(new Error('no database'));
    await expect(send(toward(server.port), mail(), broken)).rejects.toThrow('no database');
    expect(server.messages()).toBe(0);
  });
});

describe('the network inside', () => {
  it.each([
    ['127.0.0.1'],
    ['10.0.0.5'],
    ['192.168.1.1'],
    ['172.16.3.4'],
    ['169.254.169.254'],
    ['100.64.1.1'],
    ['0.0.0.0'],
    ['::1'],
    ['::ffff:10.0.0.5'],
    ['fe80::1'],
    ['fd00::1'],
    ['64:ff9b::a00:5'],
  ])('cannot be reached through a name that leads to %s', async (address) => {
    const strict = mailer({ allowLoopback: false, addresses: [address] });
    const outcome = await strict.send(toward(25, { security: 'starttls' }), mail());
    expect(outcome).toEqual({ kind: 'failed', problem: 'not-allowed', said: null });
  });

  it('nor written out as an address; only this machine where that is allowed', async () => {
    const strict = mailer({ allowLoopback: true });
    const inside = toward(25, { host: '10.0.0.5' });
    expect(await strict.send(inside, mail())).toMatchObject({ problem: 'not-allowed' });
    const server = await start();
    const here = toward(server.port, { host: '127.0.0.1' });
    expect(await strict.send(here, mail())).toMatchObject({ kind: 'sent' });
    const production = mailer({ allowLoopback: false });
    expect(await production.send(here, mail())).toMatchObject({ problem: 'not-allowed' });
  });

  it('is open to the server that whoever runs the app has named', async () => {
    const server = await start();
    const { standard, send } = sendingAll({
      appUrl: 'https://app.example.jp',
      smtpUrl: `smtp://127.0.0.1:${server.port}?from=mise@example.jp`,
      allowLoopback: false,
      timeouts,
    });
    if (standard === null) throw new Error('no standard server');
    expect(standard.from).toBe('mise@example.jp');
    expect(await send(standard.server, mail())).toMatchObject({ kind: 'sent' });
  });
});
