import { describe, expect, it } from 'vitest';
import {
  buyerAnswers,
  callResults,
  type MailDto,
  mailStates,
  type TemplateId,
  templateIds,
} from '../../web/contract/contact.ts';
import { fieldText } from '../../web/contract/merge-fields.ts';
import { contactSteps, isDone } from '../../web/frontend/components/contact/contact-steps.ts';
import { mailtoOf } from '../../web/frontend/components/contact/mailto.ts';
import {
  insertAt,
  isOwn,
  withText,
} from '../../web/frontend/components/contact/templates/template-drafts.ts';
import english from '../../web/frontend/locales/contact.en.json' with { type: 'json' };
import japanese from '../../web/frontend/locales/contact.ja.json' with { type: 'json' };

const standard = { subject: '件名', text: '本文' };
const mine = { subject: '件名', text: '書き換えた本文' };

describe('the shop’s own wording', () => {
  it('is kept for its language only, and the standard one is not kept at all', () => {
    const changed = withText({}, 'reminder', 'ja', { mail: mine, standard });
    expect(changed).toEqual({ reminder: { ja: mine } });
    const both = withText(changed, 'reminder', 'en', { mail: mine, standard });
    expect(withText(both, 'reminder', 'ja', { mail: standard, standard })).toEqual({
      reminder: { en: mine },
    });
    expect(withText(changed, 'reminder', 'ja', { mail: standard, standard })).toEqual({});
    expect([isOwn(changed, 'reminder'), isOwn(changed, 'thanks')]).toEqual([true, false]);
  });

  it('takes a field where the cursor is, in place of what is marked', () => {
    const field = fieldText('order', 'ja');
    expect(field).toBe('{{注文番号}}');
    expect(insertAt('ご注文を確認', { start: 3, end: 3 }, field)).toEqual({
      text: 'ご注文{{注文番号}}を確認',
      cursor: 11,
    });
    expect(insertAt('abc', { start: 1, end: 2 }, field).text).toBe('a{{注文番号}}c');
  });
});

describe('the line of steps', () => {
  const mail = (template: TemplateId): MailDto => ({
    ...{ id: '1', template, state: 'sent', at: '', sentAt: null, by: '', to: '' },
    ...{ subject: '', text: '', problem: null, error: null },
  });
  const done = (calls: number, templates: TemplateId[]) => {
    const call = { at: '', by: '', result: 'reached', number: '', note: null } as const;
    const contact = { calls: Array(calls).fill(call), mails: templates.map(mail) };
    return contactSteps.filter((step) => isDone(contact, step));
  };

  it('shows as done what was done, and nothing that was passed over', () => {
    expect(done(0, [])).toEqual([]);
    expect(done(1, ['phone-request'])).toEqual(['called', 'asked']);
    expect(done(0, ['prepaid-request', 'last-notice'])).toEqual(['asked', 'last-notice']);
    expect(done(0, ['thanks'])).toEqual([]);
  });
});

describe('a letter in the mail program', () => {
  it('keeps its lines, its spaces and whatever would end the address', () => {
    const link = mailtoOf('a&b@example.jp', 'ご注文 #1001 & 確認', '1行目\n2行目 + 50%?');
    const url = new URL(link);
    expect(decodeURIComponent(url.pathname)).toBe('a&b@example.jp');
    expect(link).not.toContain('+');
    expect(url.searchParams.get('subject')).toBe('ご注文 #1001 & 確認');
    expect(url.searchParams.get('body')).toBe('1行目\r\n2行目 + 50%?');
  });
});

describe('the words of contact', () => {
  it.each([
    ['ja', japanese.contact],
    ['en', english.contact],
  ])('name every letter, result, answer and state (%s)', (_language, words) => {
    expect(Object.keys(words.template)).toEqual(expect.arrayContaining([...templateIds]));
    expect(Object.keys(words.write)).toEqual(expect.arrayContaining([...templateIds]));
    expect(Object.keys(words.whatNext)).toEqual(
      expect.arrayContaining([...templateIds, 'call', 'decide']),
    );
    expect(Object.keys(words.now)).toEqual(
      expect.arrayContaining([
        ...templateIds.filter((id) => id !== 'cancelled'),
        ...buyerAnswers.map((answer) => `answered-${answer}`),
      ]),
    );
    expect(Object.keys(words.call.result)).toEqual(expect.arrayContaining([...callResults]));
    expect(Object.keys(words.mailState)).toEqual(expect.arrayContaining([...mailStates]));
    expect(Object.keys(words.answered)).toEqual(expect.arrayContaining([...buyerAnswers]));
    expect(Object.keys(words.steps)).toEqual(expect.arrayContaining([...contactSteps, 'answered']));
    expect(Object.keys(words.refused)).toEqual(
      expect.arrayContaining(['answered', 'did_not_order', 'not_cancelled', 'after_fraud']),
    );
  });
});
