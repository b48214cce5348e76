import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import { createMailer } from '../../web/mail/mailer.ts';
import { canSendMail, senderFrom } from '../../web/usecases/contact/mail-sender.ts';

const portOf = (smtpUrl: string | null, appUrl = 'https://app.example.jp') =>
  createMailer({ smtpUrl, appUrl, allowLoopback: false });
const senderOf = (
  smtpUrl: string | null,
  mail: Partial<typeof defaultSettings.mail> = {},
  appUrl?: string,
) =>
  senderFrom(
    { ...defaultSettings.mail, ...mail },
    { port: portOf(smtpUrl, appUrl), password: null, shopName: 'れいだい商店' },
  );

describe('SMTP_URL', () => {
  it.each([
    ['smtps://mail.example.jp', 465, 'tls'],
    ['smtps://mail.example.jp:4650', 4650, 'tls'],
    ['smtp://mail.example.jp', 587, 'starttls'],
    ['smtp://mail.example.jp:25', 25, 'starttls'],
    ['smtp://127.0.0.1:2525', 2525, 'none'],
    ['smtp://[::1]:2525', 2525, 'none'],
    ['smtp://127.0.0.1.example.jp', 587, 'starttls'],
  ])('%s is taken as port %i with %s', (url, port, security) => {
    expect(portOf(url).standard?.server).toMatchObject({ port, security, trusted: true });
  });

  it('carries user and password, escaped or not', () => {
    const { standard } = portOf('smtps://info%40example.jp:p%40ss%2Fword@mail.example.jp');
    expect(standard).toMatchObject({
      from: 'info@example.jp',
      server: { user: 'info@example.jp', password: 'p@ss/word' },
    });
  });

  it('sends as whom it names, else as the shop, else as the app; answers go to the shop', () => {
    const shop = { from: 'mise@example.jp' };
    expect(senderOf('smtp://localhost?from=info@example.jp', shop)).toMatchObject({
      from: { name: 'れいだい商店', address: 'info@example.jp' },
      replyTo: 'mise@example.jp',
    });
    expect(senderOf('smtp://localhost', shop)?.from.address).toBe('mise@example.jp');
    expect(senderOf('smtp://localhost')?.from.address).toBe('no-reply@app.example.jp');
    const local = senderOf('smtp://localhost', {}, 'http://127.0.0.1:3000');
    expect(local?.from.address).toBe('no-reply@localhost');
  });

  it('is not used by a shop that has a server, and without either nothing can be sent', () => {
    const own = { host: 'smtp.mise.example.jp', from: 'mise@example.jp' };
    expect(senderOf('smtp://localhost', own)?.server).toMatchObject({
      host: 'smtp.mise.example.jp',
      trusted: false,
    });
    expect(senderOf(null)).toBeNull();
    expect(canSendMail(defaultSettings, portOf(null))).toBe(false);
    expect(canSendMail(defaultSettings, portOf('smtp://localhost'))).toBe(true);
    const noSender = {
      ...defaultSettings,
      mail: { ...defaultSettings.mail, host: 'a.example.jp' },
    };
    expect(canSendMail(noSender, portOf('smtp://localhost'))).toBe(false);
  });
});
