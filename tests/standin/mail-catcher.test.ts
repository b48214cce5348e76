import { expect, test } from 'vitest';
import { createMailer } from '../../web/mail/mailer.ts';
import { adminRoutes } from '../../web/standin/admin-routes.ts';
import { createMailCatcher } from '../../web/standin/mail-catcher.ts';
import { readMail } from '../../web/standin/mail-text.ts';
import { domain, startStandIn } from './start-stand-in.ts';

test('a mail that was sent to it is in the inbox of its shop, readable, and of no other', async () => {
  const catcher = createMailCatcher();
  const port = await catcher.listen();
  const { standIn, origin } = await startStandIn();
  const admin = { appOrigin: 'http://127.0.0.1:9', apiKey: 'k', mails: catcher.mails };
  standIn.routes.push(adminRoutes(standIn, admin));
  const { send } = createMailer({
    smtpUrl: null,
    appUrl: 'https://app.example.jp',
    allowLoopback: true,
  });
  const server = {
    ...{ host: '127.0.0.1', port, user: '', password: null, trusted: false },
    security: 'none',
  } as const;
  const subject = `ご注文「#1001」の確認をお願いいたします（れいだい商店）${'長'.repeat(40)}`;
  const text = '例示 花子 様\n\nご注文ありがとうございます。\nhttp://127.0.0.1:9/a/abc?d=1\n';
  const outcome = await send(
    server,
    {
      messageId: `<m-1@${domain}>`,
      from: { name: 'れいだい商店', address: 'mise@example.jp' },
      bounce: 'mise@example.jp',
      replyTo: 'toi@example.jp',
      to: 'kaimono@example.jp',
      ...{ subject, text, date: 0 },
    },
    async () => true,
  );
  expect(outcome.kind).toBe('sent');
  const inbox = async (shop: string) =>
    (await fetch(`${origin}/store/mails?shop=${shop}`)).json() as Promise<{ mails: unknown[] }>;
  expect((await inbox(domain)).mails).toMatchObject([
    {
      from: 'れいだい商店 <mise@example.jp>',
      to: 'kaimono@example.jp',
      replyTo: 'toi@example.jp',
      subject,
      text,
    },
  ]);
  expect((await inbox('hoka.myshopify.com')).mails).toEqual([]);
  expect((await fetch(`${origin}/inbox`)).status).toBe(200);
  await catcher.close();
});

test('quoted lines and words are read, and a message without a body too', () => {
  const head = 'Subject: =?UTF-8?Q?=E4=BE=8B_a?=\r\n =?UTF-8?Q?=E7=A4=BA?=\r\nTo: a@example.jp';
  const quoted = 'Content-Transfer-Encoding: quoted-printable\r\n\r\n=E4=BE=8B=\r\n=E7=A4=BA';
  expect(readMail(`${head}\r\n${quoted}`)).toMatchObject({ subject: '例 a示', text: '例示' });
  expect(readMail(head)).toMatchObject({ to: 'a@example.jp', text: '' });
});
