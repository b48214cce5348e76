import { describe, expect, it } from 'vitest';
import { signature } from '../support/mail-shop.ts';
import { shopThatWrites } from '../support/shop-that-writes.ts';
import { codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';

const shop = shopThatWrites();
const { arrived, contact, letContact, post, read, write } = shop;
const number = '090-1234-5678';
const received = () => shop.server.received.map(({ mail }) => mail.subject);

describe('a letter', () => {
  it('is shown before it goes, and goes as a person changed it', async () => {
    const id = await arrived(codPrank);
    const shown = (
      await shop.running.call('GET', `/api/orders/${id}/contact?template=phone-request`)
    ).body;
    expect(shown).toMatchObject({
      to: 'reidai.itazura@gmail.com',
      language: 'ja',
      empty: [],
      way: 'smtp',
    });
    const mail = { subject: 'ご注文について', text: '{{署名}} と書いてあっても、そのまま出ます。' };
    await write(id, 'phone-request', { mail });
    expect(shop.server.received[0]?.mail.text).toContain(mail.text);
  });

  it('speaks the language of the checkout, unless the shop always writes one', async () => {
    const id = await arrived({ ...codPrank, locale: 'en-US' });
    const language = async () =>
      (await shop.running.call('GET', `/api/orders/${id}/contact?template=thanks`)).body.language;
    expect(await language()).toBe('en');
    await letContact({ language: 'ja' });
    expect(await language()).toBe('ja');
  });

  it('comes first where there is no number to call', async () => {
    const { customer, shipping, ...rest } = codPrank;
    const id = await arrived({
      ...rest,
      phone: null,
      customer: { ...customer, phone: null },
      shipping: { ...shipping, phone: null },
    });
    expect(await contact(id)).toMatchObject({ number: null, next: { do: 'phone-request' } });
  });

  it('is refused while a field has no value, naming the fields', async () => {
    await letContact({ signature: { ...signature, phone: '' } });
    const id = await arrived(codPrank);
    const refused = await write(id, 'phone-request');
    expect(refused).toMatchObject({
      status: 422,
      body: { error: { code: 'invalid', fields: { 'fields.phone': 'empty' } } },
    });
    const reminder = await write(id, 'reminder');
    expect(reminder.body.error.fields).toEqual({ 'fields.first-mail-date': 'empty' });
    expect(await contact(id)).toMatchObject({ stage: 'none', mails: [] });
    expect(received()).toEqual([]);
  });

  it('is written once, however often somebody clicks', async () => {
    const id = await arrived(codPrank);
    const body = { template: 'phone-request' };
    const clicks = await Promise.all(
      [1, 2, 3].map(() => shop.running.call('POST', `/api/orders/${id}/contact`, body)),
    );
    await shop.running.settled();
    expect(clicks.map(({ status }) => status).toSorted()).toEqual([200, 200, 202]);
    expect(received()).toHaveLength(1);
  });

  it('is taken into another program and steps the flow all the same', async () => {
    const id = await arrived(codPrank);
    await write(id, 'phone-request', { way: 'copy' });
    expect(received()).toEqual([]);
    expect(await contact(id)).toMatchObject({ stage: 'asked', mails: [{ state: 'taken' }] });
  });

  it('after a cancellation as fraud is not sent unless the shop wants it', async () => {
    const id = await arrived(codPrank);
    expect((await write(id, 'cancelled')).body.error.fields).toEqual({ template: 'not_cancelled' });
    await post(id, 'cancel', {});
    shop.clock.advance(20_000);
    await shop.running.settled();
    shop.clock.advance(5_000);
    await shop.running.settled();
    expect((await read(id)).state).toBe('cancelled');
    expect((await write(id, 'cancelled')).body.error.fields).toEqual({ template: 'after_fraud' });
    expect((await write(id, 'reminder')).body.error.code).toBe('already_cancelled');
    await letContact({ mailAfterFraud: true });
    expect((await write(id, 'cancelled')).status).toBe(202);
  });

  it('that asks to pay in advance carries Shopify’s link, and the payment answers it', async () => {
    const id = await arrived({ ...codPrank, payment: { kind: 'bank' } });
    await write(id, 'prepaid-request');
    expect(shop.server.received[0]?.mail.text).toContain(`/order_payment/${id}`);
    shop.running.store.payOrder(id);
    await shop.running.settled();
    expect(await contact(id)).toMatchObject({
      stage: 'answered',
      answer: { answer: 'ordered', via: 'payment', by: null },
    });
  });

  it('belongs to its shop', async () => {
    const id = await arrived(ordinaryOrder);
    for (const what of ['contact', 'calls', 'answer', 'id-seen']) {
      expect((await post('999', what, bodies[what])).status).toBe(404);
    }
    expect((await post(id, 'contact', { template: 'newsletter' })).status).toBe(422);
  });
});

const bodies: Record<string, object> = {
  contact: { template: 'thanks' },
  calls: { result: 'reached', number },
  answer: { answer: 'ordered' },
  'id-seen': { seen: true },
};

describe('the letters’ wording', () => {
  const settings = async () => (await shop.running.call('GET', '/api/settings')).body;
  const mine = (text: string) => ({ reminder: { ja: { subject: '{{店名}}', text } } });

  it('is the shop’s own where it has one', async () => {
    await letContact({ templates: mine('{{お名前}}\n前回：{{前回の連絡日}}') });
    const id = await arrived(codPrank);
    await write(id, 'phone-request');
    await write(id, 'reminder');
    expect(shop.server.received[1]?.mail.text).toBe('例示 太郎 様\n前回：11月24日(火)');
  });

  it('with a field that does not exist is refused, and nothing is saved', async () => {
    const before = await settings();
    const { revision: _revision, ...rest } = before;
    const change = { ...rest, revision: before.revision };
    const contactSettings = { ...before.contact, templates: mine('{{お名まえ}}') };
    const answer = await shop.running.call('PUT', '/api/settings', {
      ...change,
      contact: contactSettings,
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { error: { fields: { 'contact.templates.reminder.ja.text': 'unknown_field' } } },
    });
    expect(await settings()).toEqual(before);
  });

  it('is shown with a made-up order or a real one before it is saved', async () => {
    const id = await arrived(codPrank);
    const mail = { subject: '{{注文番号}}', text: '{{お名前}}{{何か}}' };
    const preview = async (more: object) =>
      (
        await shop.running.call('POST', '/api/templates/preview', {
          ...{ template: 'reminder', language: 'ja', mail },
          ...more,
        })
      ).body;
    expect(await preview({})).toMatchObject({
      subject: '#1001',
      text: '山田 花子 様{{何か}}',
      unknown: ['何か'],
      order: null,
    });
    expect(await preview({ orderId: id })).toMatchObject({ text: '例示 太郎 様{{何か}}' });
    const { body } = await shop.running.call('GET', '/api/templates');
    expect(body).toMatchObject({
      templates: expect.arrayContaining([expect.objectContaining({ id: 'reminder' })]),
    });
  });
});
