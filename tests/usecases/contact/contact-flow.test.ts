import { describe, expect, it } from 'vitest';
import type { ContactStage } from '../../../web/contract/contact.ts';
import { callResults, contactStages, type templateIds } from '../../../web/contract/contact.ts';
import { defaultSettings } from '../../../web/contract/default-settings.ts';
import {
  type ContactEvent,
  newContact,
  nextStep,
  stepContact,
} from '../../../web/usecases/contact/contact-flow.ts';
import { replyDaysOf } from '../../../web/usecases/contact/reply-days.ts';
import type { ContactRecord } from '../../../web/usecases/ports/contact-port.ts';

const days = replyDaysOf(defaultSettings.deadlines, 'Asia/Tokyo');
/** Friday, November 20, 14:05 in Tokyo; the Monday after it is a holiday. */
const friday = Date.parse('2026-11-20T14:05:00+09:00');
const tokyo = (text: string) => Date.parse(`${text}+09:00`);

type Change = Partial<Pick<typeof defaultSettings.contact, 'sendByItself' | 'reminderAfterDays'>>;

const step = (contact: ContactRecord, event: ContactEvent, now = friday, change: Change = {}) =>
  stepContact(contact, event, { now, settings: { ...defaultSettings.contact, ...change }, days });

const at = (stage: ContactStage, change: Partial<ContactRecord> = {}): ContactRecord => ({
  ...newContact('1'),
  stage,
  asked: { template: 'phone-request', at: friday },
  ...change,
});

const mailed = (template: (typeof templateIds)[number]) => ({ kind: 'mailed', template }) as const;
const answered = (answer: 'ordered' | 'not-ordered' | 'other') =>
  ({ kind: 'answered', answer, via: 'staff', by: '例示 花子' }) as const;

describe('the contact flow', () => {
  const rows: [ContactStage, string, ContactEvent, ContactStage][] = [
    ['none', 'a call that nobody answers', { kind: 'called', result: 'not-reached' }, 'called'],
    ['none', 'a talk that settles nothing', { kind: 'called', result: 'reached' }, 'called'],
    ['asked', 'another call', { kind: 'called', result: 'not-reached' }, 'asked'],
    ['none', 'a letter without a call', mailed('phone-request'), 'asked'],
    ['called', 'the first letter', mailed('phone-request'), 'asked'],
    ['called', 'a request to pay in advance', mailed('prepaid-request'), 'asked'],
    ['asked', 'the reminder', mailed('reminder'), 'reminded'],
    ['reminded', 'the last notice', mailed('last-notice'), 'last-notice'],
    ['asked', 'the last notice without a reminder', mailed('last-notice'), 'last-notice'],
    ['last-notice', 'another request', mailed('id-request'), 'asked'],
    ['answered', 'another request', mailed('address-confirm'), 'asked'],
    ['answered', 'the thanks', mailed('thanks'), 'answered'],
    ['asked', 'the notice of cancellation', mailed('cancelled'), 'asked'],
    ...contactStages.flatMap((stage): [ContactStage, string, ContactEvent, ContactStage][] => [
      [stage, 'any answer', answered('other'), 'answered'],
      [stage, '"I ordered this"', answered('ordered'), 'answered'],
      [stage, '"I did not order this"', answered('not-ordered'), 'answered'],
    ]),
  ];

  it.each(rows)('from "%s", %s leads on', (stage, _what, event, expected) => {
    expect(step(at(stage), event).contact.stage).toBe(expected);
  });

  it('waits two whole business days over the weekend and a holiday, then until the morning', () => {
    const { contact } = step(newContact('1'), mailed('phone-request'));
    expect(contact).toMatchObject({ replyBy: '2026-11-25', nextAt: tokyo('2026-11-26T10:00:00') });
  });

  it('gives the last notice one business day: the day that it names', () => {
    const { contact } = step(at('reminded'), mailed('last-notice'));
    expect(contact).toMatchObject({ replyBy: '2026-11-24', nextAt: tokyo('2026-11-25T10:00:00') });
  });

  it('waits for nothing once there is an answer, and keeps who gave it', () => {
    const { contact } = step(at('asked', { nextAt: friday + 1 }), answered('ordered'));
    expect(contact).toMatchObject({
      nextAt: null,
      replyBy: null,
      answer: { answer: 'ordered', via: 'staff', by: '例示 花子', at: friday },
    });
  });

  it('forgets an answer when something else is asked', () => {
    const { contact } = step(step(at('asked'), answered('other')).contact, mailed('id-request'));
    expect(contact).toMatchObject({
      stage: 'asked',
      answer: null,
      asked: { template: 'id-request' },
    });
  });

  it.each(callResults)('plans nothing after a call that ends with "%s"', (result) => {
    expect(step(newContact('1'), { kind: 'called', result }).contact.nextAt).toBeNull();
  });

  it('waits for nothing when the order is decided', () => {
    expect(step(at('asked', { nextAt: friday }), { kind: 'decided' }).contact.nextAt).toBeNull();
  });
});

describe('a step that falls due', () => {
  const due = { kind: 'due', arrived: true } as const;
  const overdue = (stage: ContactStage) => at(stage, { nextAt: friday - 1 });
  const both: Change = { sendByItself: ['reminder', 'last-notice'] };

  it.each([
    ['asked', 'reminder'],
    ['reminded', 'last-notice'],
  ] as const)(
    'in "%s" sends the %s where the shop lets it, and waits for a person else',
    (stage, letter) => {
      expect(step(overdue(stage), due, friday, both).send).toBe(letter);
      const left = step(overdue(stage), due);
      expect(left).toEqual({ contact: overdue(stage), send: null });
    },
  );

  it('turns into a decision when the last date has passed, and sends nothing', () => {
    const { contact, send } = step(overdue('last-notice'), due, friday, both);
    expect([contact.stage, send]).toEqual(['decide', null]);
    expect(step(contact, due, friday, both).contact).toEqual(contact);
  });

  it.each(['asked', 'reminded', 'last-notice'] as const)(
    'does nothing in "%s" while nobody knows whether the letter left',
    (stage) => {
      const unsure = { kind: 'due', arrived: false } as const;
      expect(step(overdue(stage), unsure, friday, both)).toEqual({
        contact: overdue(stage),
        send: null,
      });
    },
  );

  it.each(['none', 'called', 'answered', 'decide'] as const)('changes nothing in "%s"', (stage) => {
    expect(step(overdue(stage), due, friday, both)).toEqual({
      contact: overdue(stage),
      send: null,
    });
  });

  it('does nothing before its time', () => {
    const early = at('asked', { nextAt: friday + 1 });
    expect(step(early, due, friday, both).send).toBeNull();
  });

  it('comes to a decision from anywhere by falling due alone, each letter once', () => {
    let contact = step(newContact('1'), mailed('phone-request')).contact;
    const sent: string[] = [];
    for (let turn = 0; turn < 10 && contact.stage !== 'decide'; turn += 1) {
      const now = contact.nextAt ?? friday;
      const { send, contact: next } = step(contact, due, now, both);
      if (send !== null) sent.push(send);
      contact = send === null ? next : step(next, mailed(send), now, both).contact;
    }
    expect(sent).toEqual(['reminder', 'last-notice']);
    expect(contact.stage).toBe('decide');
  });
});

describe('the next step', () => {
  const next = (stage: ContactStage, sendByItself: string[] = [], canCall = true) =>
    nextStep(at(stage, { asked: null }), { sendByItself, since: friday, canCall });

  it.each([
    ['none', 'call'],
    ['called', 'phone-request'],
    ['asked', 'reminder'],
    ['reminded', 'last-notice'],
    ['last-notice', 'decide'],
    ['decide', 'decide'],
    ['answered', 'decide'],
  ] as const)('in "%s" is "%s"', (stage, what) => {
    expect(next(stage)).toEqual({ do: what, at: friday, byItself: false });
  });

  it('is a letter where there is no number to call', () => {
    expect(next('none', [], false)?.do).toBe('phone-request');
  });

  it('goes out by itself only where the shop says so', () => {
    expect(next('asked', ['reminder'])?.byItself).toBe(true);
    expect(next('reminded', ['reminder'])?.byItself).toBe(false);
  });
});
