import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import type { Settings } from '../../web/contract/settings.ts';
import { createLog } from '../../web/log.ts';
import { takeSecrets } from '../../web/usecases/settings/settings-secrets.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { startMailServer } from '../support/mail-server.ts';
import { mailOn, newMail, send } from '../support/mail-shop.ts';
import { tempDatabase } from '../support/temp-database.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(databaseUrl = tempDatabase().url): Promise<RunningApp> {
  const running = await startApp({ databaseUrl });
  ends.push(running.stop);
  await running.call('GET', '/api/today');
  return running;
}

const stored = ({ app }: RunningApp) => app.storage.read.secrets.get(domain, 'mail.password');
const password = (value: string) => ({ set: true, value }) as const;

describe('a secret in the settings', () => {
  it('is set by a value, kept by {set: true}, forgotten by {set: false}; GET never tells it', async () => {
    const running = await start();
    await running.changeSettings({ mail: mailOn(25, { password: password('himitsu-1') }) });
    const got = await running.call('GET', '/api/settings');
    expect(got.body.mail.password).toEqual({ set: true });
    await running.changeSettings({ undoSeconds: 5 });
    expect(await stored(running)).toBe('himitsu-1');
    await running.changeSettings({ mail: mailOn(25, { password: password('himitsu-2') }) });
    expect(await stored(running)).toBe('himitsu-2');
    await running.changeSettings({ mail: mailOn(25, { password: { set: false } }) });
    expect(await stored(running)).toBeNull();
    await running.changeSettings({ mail: mailOn(25, { password: { set: true } }) });
    expect((await running.call('GET', '/api/settings')).body.mail.password).toEqual({ set: false });
  });

  it('works for alerts alike, and PUT answers without the values', async () => {
    const running = await start();
    const { body } = await running.call('GET', '/api/settings');
    const url = password('https://hooks.example.jp/himitsu-url');
    const alerts = { ...body.alerts, slack: { on: false, url } };
    const answer = await running.call('PUT', '/api/settings', { ...body, alerts });
    expect(answer.body.alerts.slack).toEqual({ on: false, url: { set: true } });
    const { secrets } = running.app.storage.read;
    expect(await secrets.get(domain, 'alerts.slack.url')).toBe(url.value);
  });

  it('leaves no trace: not in the database file, the audit log, an error or the app’s log', async () => {
    const { url, folder } = tempDatabase();
    const lines: string[] = [];
    const log = createLog('trace', { write: (line: string) => void lines.push(line) });
    const running = await startApp({ databaseUrl: url, log });
    ends.push(running.stop);
    await running.call('GET', '/api/today');
    const secret = 'hikyoku-no-kotoba';
    await running.changeSettings({ mail: mailOn(25, { password: password(secret) }) });
    const { body } = await running.call('GET', '/api/settings');
    const wrong = { ...body, mail: { ...body.mail, port: 0, password: password(secret) } };
    const refused = await running.call('PUT', '/api/settings', wrong);
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).not.toContain(secret);
    const files = readdirSync(folder).map((name) =>
      readFileSync(path.join(folder, name), 'latin1'),
    );
    expect(files.join('')).toContain('settings');
    expect(files.join('')).not.toContain(secret);
    expect(lines.join('')).not.toContain(secret);
  });

  it('does not follow to another host: who may change settings could read it off there', async () => {
    const running = await start();
    await running.changeSettings({ mail: mailOn(25, { password: password('himitsu') }) });
    const { body } = await running.call('GET', '/api/settings');
    const moved = { ...body.mail, host: 'mail.betsu.example.jp', security: 'tls' as const };
    const refused = await running.call('PUT', '/api/settings', { ...body, mail: moved });
    expect(refused.body.error.fields).toEqual({ 'mail.password': 'enter_again' });
    const test = { to: 'watashi@example.jp', mail: moved };
    expect((await running.call('POST', '/api/mail/test', test)).status).toBe(422);
    await running.changeSettings({ mail: { ...moved, password: password('betsu') } });
    expect(await stored(running)).toBe('betsu');
  });

  it.each([
    [{ security: 'none', host: 'mail.example.jp' }, { 'mail.security': 'tls_needed' }],
    [{ from: '' }, { 'mail.from': 'sender_needed' }],
    [{ host: 'mail.example.jp\r\nEHLO' }, { 'mail.host': expect.any(String) }],
    [{ from: 'a@example.jp\r\nBcc: b@example.jp' }, { 'mail.from': expect.any(String) }],
  ] as const)('is refused with what no mail could be sent by: %j', async (change, fields) => {
    const running = await start();
    const { body } = await running.call('GET', '/api/settings');
    const mail = { ...mailOn(25), ...change };
    const refused = await running.call('PUT', '/api/settings', { ...body, mail });
    expect(refused.status).toBe(422);
    expect(refused.body.error.fields).toEqual(fields);
  });
});

describe('any settings', () => {
  const secret = fc.oneof(
    fc.record({ set: fc.boolean() }),
    fc.record({ set: fc.constant(true as const), value: fc.string({ minLength: 1 }) }),
  );
  const settings = fc.record({ a: secret, b: secret, c: secret, d: secret }).map(
    ({ a, b, c, d }): Settings => ({
      ...defaultSettings,
      mail: { ...defaultSettings.mail, password: a },
      alerts: {
        ...defaultSettings.alerts,
        slack: { on: false, url: b },
        webhook: { on: false, url: c, key: d },
      },
    }),
  );

  it('are stored without values, and what GET gives, PUT takes and nothing changes', () => {
    fc.assert(
      fc.property(settings, settings, (before, wanted) => {
        const kept = takeSecrets(before, defaultSettings).settings;
        const { settings: saved } = takeSecrets(wanted, kept);
        expect(JSON.stringify(saved)).not.toContain('"value"');
        const again = takeSecrets(saved, saved);
        expect(again.settings).toEqual(saved);
        expect(again.changes.size).toBe(0);
      }),
    );
  });
});

describe('POST /api/mail/test', () => {
  const startWithServer = async () => {
    const login = { user: 'mise@example.jp', password: 'himitsu' };
    const server = await startMailServer({ login });
    ends.push(server.stop);
    const running = await start();
    const test = (change: Partial<Settings['mail']>, locale: 'ja' | 'en' = 'ja') =>
      running.call(
        'POST',
        '/api/mail/test',
        { to: 'watashi@example.jp', mail: mailOn(server.port, { user: login.user, ...change }) },
        { locale },
      );
    return { server, running, test };
  };

  it('sends with the settings of the request, which are not saved', async () => {
    const { server, running, test } = await startWithServer();
    const answer = await test({ password: password('himitsu'), bounce: 'modori@example.jp' });
    expect(answer).toMatchObject({ status: 200, body: { sent: true, problem: null } });
    expect(server.received).toMatchObject([
      { to: ['watashi@example.jp'], from: 'modori@example.jp' },
    ]);
    expect(server.received[0]?.mail.subject).toBe('送信テスト（関所）');
    expect((await running.call('GET', '/api/settings')).body.mail.host).toBe('');
  });

  it('takes the password that is kept, and tells a wrong one', async () => {
    const { server, running, test } = await startWithServer();
    const mail = mailOn(server.port, { user: 'mise@example.jp', password: password('himitsu') });
    await running.changeSettings({ mail });
    expect((await test({ password: { set: true } })).body).toMatchObject({ sent: true });
    expect((await test({ password: password('chigau') })).body).toMatchObject({
      sent: false,
      problem: 'login',
      said: expect.stringContaining('535'),
    });
  });

  it('tells nobody there, and what is not set up', async () => {
    const { server, running, test } = await startWithServer();
    await server.stop();
    expect((await test({})).body).toMatchObject({ sent: false, problem: 'connection' });
    expect((await test({ host: '' })).body).toMatchObject({ sent: false, problem: 'not-set-up' });
    const inside = { host: '10.0.0.1', security: 'tls' } as const;
    expect((await test(inside)).body).toMatchObject({ sent: false, problem: 'not-allowed' });
    await running.changeSettings({
      permissions: { cancel: 'anyone', settings: 'listed', listed: ['999'] },
    });
    const body = { to: 'watashi@example.jp', mail: mailOn(server.port) };
    const refused = await running.call('POST', '/api/mail/test', body, { user: '90000002' });
    expect(refused.status).toBe(403);
  });

  it('uses a password that was saved for the mails of orders', async () => {
    const { server, running } = await startWithServer();
    const mail = mailOn(server.port, { user: 'mise@example.jp', password: password('himitsu') });
    await running.changeSettings({ mail });
    expect(await send(running, newMail('m-1'), Date.now())).toMatchObject({ state: 'sent' });
    expect(server.logins).toEqual(['mise@example.jp himitsu']);
  });
});
