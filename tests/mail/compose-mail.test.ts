import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { composeMail } from '../../web/mail/compose-mail.ts';
import { isSendable } from '../../web/mail/mail-address.ts';
import { createMailer } from '../../web/mail/mailer.ts';
import type { OutgoingMail } from '../../web/usecases/ports/mail-port.ts';

const mail = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: '<m-1@reidai.myshopify.com>',
  from: { name: 'れいだい商店', address: 'mise@example.jp' },
  bounce: 'mise@example.jp',
  replyTo: 'toi@example.jp',
  to: 'kaimono@example.jp',
  subject: 'ご注文の確認',
  text: 'お世話になっております。',
  date: Date.parse('2026-11-22T03:00:00Z'),
  ...change,
});

const headers = [
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
];

const hostile = [
  'れいだい\r\nBcc: hoka@example.jp',
  'れいだい\nX-Evil: 1\n\n本文を足す',
  'a\r\n\r\n<script>',
  '"><evil@example.jp>, ',
  'boss@example.jp',
  '=?utf-8?B?DQpCY2M6IGhva2FAZXhhbXBsZS5qcA==?=',
  'a\u2028Bcc: hoka@example.jp',
  'a\u0000b\u000bc',
  '\u202egpj.exe',
  'とても長い名前'.repeat(60),
  '; group: a@example.jp, b@example.jp;',
];

async function check(change: Partial<OutgoingMail>): Promise<void> {
  const sent = mail(change);
  const raw = (await composeMail(sent)).toString('utf8');
  const read = await simpleParser(raw);
  expect([...read.headers.keys()].filter((key) => !headers.includes(key))).toEqual([]);
  expect(read.from?.value.map(({ address }) => address)).toEqual(['mise@example.jp']);
  const to = Array.isArray(read.to) ? read.to : [read.to];
  expect(to.flatMap((one) => one?.value.map(({ address }) => address))).toEqual([sent.to]);
  expect(read.messageId).toBe(sent.messageId);
  expect(read.cc).toBeUndefined();
  expect(read.bcc).toBeUndefined();
  expect(read.attachments).toEqual([]);
}

describe('a composed mail', () => {
  it.each(hostile)('keeps the name %j inside its header', async (name) => {
    await check({ from: { name, address: 'mise@example.jp' } });
  });

  it.each(hostile)('keeps the subject %j inside its header', async (subject) => {
    await check({ subject });
  });

  it('keeps any name, subject and text in its place', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    const any = fc.record({ name: text, subject: text, text });
    await fc.assert(
      fc.asyncProperty(any, async ({ name, subject, text: body }) => {
        await check({ from: { name, address: 'mise@example.jp' }, subject, text: body });
      }),
      { numRuns: 60 },
    );
  });

  it('says the same text that was written, lines with a single dot too', async () => {
    const text = '注文番号：#1001\n.\n..\nFrom here\n\n以上\n';
    expect((await simpleParser(await composeMail(mail({ text })))).text).toBe(text);
  });

  it('reads no file and no address, whatever the text is', async () => {
    const text = 'file:///etc/passwd http://127.0.0.1/';
    expect((await simpleParser(await composeMail(mail({ text })))).text?.trim()).toBe(text);
  });
});

describe('an address', () => {
  it.each([
    'a@example.jp\r\nRCPT TO:<hoka@example.jp>',
    'a@example.jp> <hoka@example.jp',
    'a@example.jp, hoka@example.jp',
    '"a b"@example.jp',
    'a@b@example.jp',
    'a b@example.jp',
    '<a@example.jp>',
    'a@example.jp\u2028',
    '@example.jp',
    'a@',
    '',
    `${'a'.repeat(65)}@example.jp`,
  ])('%j goes to no server', async (to) => {
    expect(isSendable(to)).toBe(false);
    const { send } = createMailer({
      smtpUrl: null,
      appUrl: 'https://app.example.jp',
      allowLoopback: true,
    });
    // Port 1 has nobody: had it been tried, the answer would be "connection".
    const server = {
      host: '127.0.0.1',
      port: 1,
      security: 'none',
      user: '',
      password: null,
      trusted: false,
    } as const;
    expect(await send(server, mail({ to }), async () => true)).toMatchObject({
      kind: 'refused',
      problem: 'recipient',
    });
    expect(await send(server, mail({ bounce: to }), async () => true)).toMatchObject({
      kind: 'refused',
      problem: 'sender',
    });
  });

  it.each(['a@example.jp', 'a..b.@docomo.ne.jp', '-a_b+c@ezweb.ne.jp', 'たろう@例え.jp'])(
    '%s is one',
    (address) => expect(isSendable(address)).toBe(true),
  );
});
