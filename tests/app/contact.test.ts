import { describe, expect, it } from 'vitest';
import { shopThatWrites } from '../support/shop-that-writes.ts';
import { codPrank } from '../support/suspicious-orders.ts';

const shop = shopThatWrites();
const { arrived, contact, letContact, post, read, until, write } = shop;
const number = '090-1234-5678';

const outcome = async (id: string, check: string) =>
  (await read(id)).signals.find((signal) => signal.id === check)?.outcome;

const received = () => shop.server.received.map(({ mail }) => mail.subject);

describe('a whole case', () => {
  it('goes from a call over a letter that arrives and the buyer’s click to a release', async () => {
    await letContact({ releaseOnAnswer: true });
    const id = await arrived(codPrank);
    expect(await contact(id)).toMatchObject({ stage: 'none', next: { do: 'call' }, number });
    await post(id, 'calls', { result: 'not-reached', number });
    expect(await contact(id)).toMatchObject({ stage: 'called', next: { do: 'phone-request' } });
    expect((await write(id, 'phone-request')).status).toBe(202);
    const [letter] = shop.server.received;
    expect(letter?.to).toEqual(['reidai.itazura@gmail.com']);
    expect(letter?.mail.text).toContain('11月24日(火)11:00にお電話を差し上げましたが');
    expect(await contact(id)).toMatchObject({
      stage: 'asked',
      replyBy: '2026-11-26',
      next: { do: 'reminder', at: '2026-11-27T01:00:00.000Z' },
      mails: [{ template: 'phone-request', state: 'sent' }],
    });
    const link = /\/a\/[0-9a-z]{40}/.exec(letter?.mail.text ?? '')?.[0];
    const body = new URLSearchParams({ answer: 'ordered' });
    await fetch(`${shop.running.origin}${link}`, { method: 'POST', body });
    await shop.running.settled();
    expect(await read(id)).toMatchObject({ state: 'released', hasOpenCase: false });
    expect(await contact(id)).toMatchObject({
      stage: 'answered',
      answer: { answer: 'ordered', via: 'link' },
      next: { do: 'thanks' },
    });
    await write(id, 'thanks');
    expect(received()).toHaveLength(2);
    expect((await contact(id)).next).toBeNull();
  });

  it('meets silence with a reminder, a last notice and a decision, each letter once', async () => {
    await letContact({ sendByItself: ['reminder', 'last-notice'] });
    const id = await arrived(codPrank);
    await write(id, 'phone-request');
    await until('2026-11-27T09:59:00+09:00');
    expect(received()).toHaveLength(1);
    await until('2026-11-27T10:00:01+09:00');
    expect(received()[1]).toContain('【再送】');
    expect(await contact(id)).toMatchObject({ stage: 'reminded', replyBy: '2026-12-01' });
    await until('2026-12-02T10:00:01+09:00');
    expect(received()[2]).toContain('【重要】');
    expect(shop.server.received[2]?.mail.text).toContain('12月3日(木)までにご連絡がない場合は');
    await until('2026-12-03T23:59:00+09:00');
    expect((await contact(id)).stage).toBe('last-notice');
    await until('2026-12-04T10:00:01+09:00');
    expect(await contact(id)).toMatchObject({ stage: 'decide', next: { do: 'decide' } });
    expect(received()).toHaveLength(3);
    expect((await read(id)).audit.map(({ what }) => what)).toContain('contact-unanswered');
  });

  it('is stopped by an answer: nothing goes out by itself any more', async () => {
    await letContact({ sendByItself: ['reminder', 'last-notice'] });
    const id = await arrived(codPrank);
    await write(id, 'phone-request');
    await post(id, 'answer', { answer: 'other', note: 'あとで電話する、とのこと' });
    await until('2026-12-10T10:00:01+09:00');
    expect(received()).toHaveLength(1);
    expect(await contact(id)).toMatchObject({ stage: 'answered', answer: { answer: 'other' } });
    const refused = await write(id, 'reminder');
    expect(refused).toMatchObject({
      status: 422,
      body: { error: { fields: { template: 'answered' } } },
    });
  });

  it('waits for a person where the shop lets nothing go out by itself', async () => {
    const id = await arrived(codPrank);
    await write(id, 'phone-request');
    await until('2026-12-10T10:00:01+09:00');
    expect(received()).toHaveLength(1);
    expect(await contact(id)).toMatchObject({ stage: 'asked', next: { byItself: false } });
    expect((await write(id, 'reminder')).status).toBe(202);
    expect((await contact(id)).stage).toBe('reminded');
  });

  it('goes no step on after a letter that did not leave', async () => {
    await letContact({ sendByItself: ['reminder'] });
    const id = await arrived(codPrank);
    shop.server.fail('to', 550);
    await write(id, 'phone-request');
    expect((await contact(id)).mails[0]?.state).toBe('failed');
    shop.server.mend();
    await until('2026-11-27T10:00:01+09:00');
    expect(received()).toEqual([]);
    expect((await contact(id)).stage).toBe('asked');
  });

  it('sends nothing about an order that was decided meanwhile', async () => {
    await letContact({ sendByItself: ['reminder'] });
    const id = await arrived(codPrank);
    await write(id, 'phone-request');
    await post(id, 'approve', { note: '常連' });
    await until('2026-11-30T10:00:01+09:00');
    expect(received()).toHaveLength(1);
    expect((await contact(id)).next).toBeNull();
  });
});

describe('a call', () => {
  it.each([
    ['confirmed', 'staff-identity-confirmed', 'hit'],
    ['denied', 'staff-denies-order', 'hit'],
    ['another-person', 'staff-different-person-answered', 'hit'],
    ['not-in-use', 'staff-number-not-in-use', 'hit'],
    ['reached', 'staff-phone-unreachable', 'no-hit'],
  ])('that ends with "%s" enters the score as %s: %s', async (result, check, expected) => {
    const id = await arrived(codPrank);
    const before = (await read(id)).points;
    expect((await post(id, 'calls', { result, number })).status).toBe(200);
    expect(await outcome(id, check)).toBe(expected);
    const { points, audit } = await read(id);
    if (expected === 'hit') expect(points).not.toBe(before);
    expect(audit.some(({ what }) => what === `contact-called-${result}`)).toBe(true);
  });

  it('counts as unanswered only when it was tried again at another time', async () => {
    const id = await arrived(codPrank);
    const tries = async () => {
      await post(id, 'calls', { result: 'not-reached', number });
      return outcome(id, 'staff-phone-unreachable');
    };
    expect(await tries()).toBe('unknown');
    shop.clock.advance(60_000);
    expect(await tries()).toBe('unknown');
    shop.clock.advance(3 * 3_600_000);
    expect(await tries()).toBe('hit');
    expect((await contact(id)).calls.map(({ result }) => result)).toEqual(
      Array(3).fill('not-reached'),
    );
  });

  it('that denies the order protects the person and makes the order high, held and decided by staff', async () => {
    const id = await arrived(codPrank);
    await post(id, 'calls', { result: 'denied', number, note: 'ご家族も注文していない' });
    expect(await read(id)).toMatchObject({ level: 'high', state: 'held' });
    const { entries } = (await shop.running.call('GET', '/api/lists?kind=protected')).body;
    expect(entries).toMatchObject([{ kind: 'protected', order: { id } }]);
    expect(entries[0]?.identity.emails).toEqual([]);
    expect(await contact(id)).toMatchObject({ stage: 'answered', next: { do: 'decide' } });
    const refused = await write(id, 'phone-request');
    expect(refused.body.error.fields).toEqual({ template: 'did_not_order' });
  });
});

describe('what a person sees or hears', () => {
  it('"ID seen" is kept with who and when, confirms the identity, and can be taken back', async () => {
    const id = await arrived(codPrank);
    await write(id, 'id-request');
    await post(id, 'id-seen', { seen: true });
    const { idSeen, stage } = await contact(id);
    expect([stage, idSeen?.at]).toEqual(['answered', shop.clock.iso()]);
    expect(await outcome(id, 'staff-identity-confirmed')).toBe('hit');
    await post(id, 'id-seen', { seen: false });
    expect((await contact(id)).idSeen).toBeNull();
    expect(await outcome(id, 'staff-identity-confirmed')).toBe('unknown');
  });

  it('"ordered" from staff confirms the identity; a click on a link alone does not', async () => {
    const id = await arrived(codPrank);
    await post(id, 'answer', { answer: 'ordered' });
    expect(await outcome(id, 'staff-identity-confirmed')).toBe('hit');
    expect((await read(id)).level).toBe('normal');
  });
});
