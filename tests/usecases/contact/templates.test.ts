import { describe, expect, it } from 'vitest';
import { templateIds } from '../../../web/contract/contact.ts';
import { defaultSettings } from '../../../web/contract/default-settings.ts';
import { locales } from '../../../web/contract/level.ts';
import {
  fieldIds,
  fieldPattern,
  fieldsOfTemplate,
  fieldText,
  mergeFields,
  unknownFields,
  usedFields,
} from '../../../web/contract/merge-fields.ts';
import { newContact } from '../../../web/usecases/contact/contact-flow.ts';
import { fieldValues, type LetterParts } from '../../../web/usecases/contact/field-values.ts';
import { type FieldValues, fillTemplate } from '../../../web/usecases/contact/fill-template.ts';
import { replyDaysOf } from '../../../web/usecases/contact/reply-days.ts';
import { ourTemplates } from '../../../web/usecases/contact/templates/index.ts';
import { facts, orderRecord, snapshot } from '../../support/order-record.ts';

const now = Date.parse('2026-11-20T14:05:00+09:00');
const letters = templateIds.flatMap((template) =>
  locales.map((language) => [template, language] as const),
);

const signature = {
  shop: 'れいだい商店',
  company: '株式会社れいだい',
  address: '東京都渋谷区神宮前99-1-2',
  phone: '03-1234-5600',
  url: 'https://mise.example.jp',
  hours: '10:00〜17:00',
  closed: '土日祝日',
};

const call = {
  orderId: '1001',
  at: now,
  byId: '7',
  by: '例示 花子',
  result: 'not-reached',
} as const;

function parts(change: Partial<LetterParts> = {}): LetterParts {
  return {
    order: orderRecord(),
    settings: { ...defaultSettings, contact: { ...defaultSettings.contact, signature } },
    shopName: 'mise',
    timeZone: 'Asia/Tokyo',
    language: 'ja',
    template: 'phone-request',
    contact: { ...newContact('1001'), asked: { template: 'phone-request', at: now - 86_400_000 } },
    calls: [{ ...call, number: '090-1234-5678', note: null }],
    staffName: '見本 三郎',
    answerLink: 'https://app.example.jp/a/0123456789',
    paymentLink: 'https://mise.example.jp/pay/1',
    days: replyDaysOf(defaultSettings.deadlines, 'Asia/Tokyo'),
    now,
    ...change,
  };
}

const orders = {
  'cash on delivery': orderRecord(),
  'a card, many lines, another currency': orderRecord({
    facts: facts({
      gateway: 'Visa',
      currency: 'USD',
      total: 120.5,
      items: Array.from({ length: 25 }, (_, n) => ({ title: `品${n}`, price: 4.5, quantity: 2 })),
    }),
    paymentKind: 'card',
  }),
  'no name, no price, no gateway': orderRecord({
    facts: facts({
      gateway: null,
      items: [{ title: 'ハンドソープ', quantity: 1 }],
      shipping: { countryCode: 'JP', zip: '1500001', address1: '神宮前99-1-2' },
    }),
    paymentKind: 'other',
  }),
};

describe('our letters', () => {
  for (const [name, order] of Object.entries(orders)) {
    it.each(letters)(
      `${name}: %s in %s has no field left and no empty sentence`,
      (template, language) => {
        for (const calls of [parts().calls, []]) {
          for (const links of [{}, { answerLink: null, paymentLink: null }]) {
            const values = fieldValues(parts({ order, template, language, calls, ...links }));
            const { subject, text, empty, unknown } = fillTemplate(
              ourTemplates[template][language],
              values,
            );
            expect({ empty, unknown }).toEqual({ empty: [], unknown: [] });
            expect(`${subject}\n${text}`).not.toMatch(/[{}｛｝]|undefined|null|NaN/);
            // A label without a value: only a link may stand on the line below one.
            expect(text).not.toMatch(/[：:][ \t]*(\n(?!https)|$)/);
            expect(text).not.toMatch(/(^|\n)\s*[。、．，.,]/);
            expect(text).not.toMatch(/\n{3}/);
            expect(subject).not.toMatch(/\n/);
          }
        }
      },
    );
  }

  it.each(templateIds)('%s has no English in its Japanese', (template) => {
    const { subject, text } = ourTemplates[template].ja;
    expect(`${subject}\n${text}`.replace(fieldPattern, '')).not.toMatch(/[A-Za-z]/);
  });

  it.each(templateIds)('%s has no Japanese in its English', (template) => {
    const { subject, text } = ourTemplates[template].en;
    expect(`${subject}\n${text}`).not.toMatch(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    );
  });

  it.each(templateIds)(
    '%s uses the same fields in both languages, and only what it is offered',
    (template) => {
      const [ja, en] = locales.map((language) => {
        const { subject, text } = ourTemplates[template][language];
        return [...usedFields(`${subject}\n${text}`)].sort();
      });
      expect(ja).toEqual(en);
      expect(ja?.filter((id) => !fieldsOfTemplate[template].includes(id))).toEqual([]);
    },
  );

  it.each(templateIds)('%s never accuses and invents no reason', (template) => {
    const { ja, en } = ourTemplates[template];
    expect(`${ja.subject}${ja.text}`).not.toMatch(
      /不正|不審|詐欺|疑|いたずら|システム|エラー|ブラックリスト/,
    );
    expect(`${en.subject}${en.text}`).not.toMatch(/fraud|suspicious|scam|error|system|blacklist/i);
  });

  it('speaks of a call only where one was logged', () => {
    const text = (calls: LetterParts['calls']) =>
      fillTemplate(ourTemplates['phone-request'].ja, fieldValues(parts({ calls }))).text;
    expect(text(parts().calls)).toContain('11月20日(金)14:05にお電話を差し上げましたが');
    expect(text([])).not.toContain('差し上げました');
  });

  it('names dates on the shop’s calendar, the money, the buyer and who writes', () => {
    const { subject, text } = fillTemplate(
      ourTemplates['phone-request'].ja,
      fieldValues(parts({ timeZone: 'Asia/Tokyo' })),
    );
    expect(subject).toBe('お電話での確認のお願い（ご注文#1001）｜れいだい商店');
    for (const words of [
      '田中 一郎 様',
      '見本 三郎',
      '¥7,800',
      '11月25日(水)',
      '11月20日(金)',
      '代金引換',
      '10:00〜17:00',
    ])
      expect(text).toContain(words);
  });

  it('carries the date in the last notice, and asks nobody for a copy of an ID', () => {
    const text = (template: 'last-notice' | 'id-request') =>
      fillTemplate(ourTemplates[template].ja, fieldValues(parts({ template }))).text;
    expect(text('last-notice')).toContain('11月24日(火)までにご連絡がない場合は');
    expect(text('id-request')).toContain('書類の写しや写真を送っていただく必要はありません');
  });
});

describe('filling in', () => {
  const values = (change: Partial<FieldValues> = {}) => ({ ...fieldValues(parts()), ...change });

  it('never reads a field out of a value', () => {
    const order = orderRecord({
      facts: facts({ items: [{ title: '{{署名}}{{電話の記録}}', quantity: 1, price: 1 }] }),
    });
    const { text } = fillTemplate(
      { subject: 's', text: '{{注文内容}}' },
      fieldValues(parts({ order })),
    );
    expect(text).toContain('{{署名}}{{電話の記録}} × 1');
  });

  it('tells an unknown field, and one that nothing closes', () => {
    const told = (text: string) => fillTemplate({ subject: 's', text }, values()).unknown;
    expect(told('{{お名前}} {{取引番号}}')).toEqual(['取引番号']);
    expect(told('{{お名前')).toHaveLength(1);
    expect(told('お名前}}')).toHaveLength(1);
    expect(unknownFields('{{ 注文番号 }}｛｛注文番号｝｝{{ＯＲＤＥＲ number}}')).toEqual([
      'ＯＲＤＥＲ number',
    ]);
  });

  it('tells what has no value, and leaves an optional line out', () => {
    const filled = fillTemplate(
      { subject: '{{注文番号}}', text: '前\n受付時間：{{受付時間}}\n後 {{店の電話番号}}' },
      values({ hours: '', phone: ' ' }),
    );
    expect(filled).toMatchObject({ text: '前\n後', empty: ['phone'] });
  });

  it('takes control characters and reading directions out, and keeps a subject on one line', () => {
    const { subject, text } = fillTemplate(
      { subject: '{{お名前}}\r\nBcc: x@example.jp', text: '{{お名前}}' },
      values({ buyer: '田\u0000中\u202e\r\n一郎' }),
    );
    expect(subject).not.toMatch(/[\r\n]/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must be gone
    expect(text).not.toMatch(/[\u0000\u202e\r]/);
  });

  it('finds every field by the names that the editor offers', () => {
    for (const id of fieldIds) {
      for (const language of locales) {
        expect([...usedFields(fieldText(id, language))]).toEqual([id]);
      }
    }
    const names = fieldIds.flatMap((id) => [mergeFields[id].ja, mergeFields[id].en]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('writes the order for a snapshot that was cancelled as it was ordered', () => {
    const order = orderRecord({ snapshot: snapshot({ total: { amount: 0, currency: 'JPY' } }) });
    expect(fieldValues(parts({ order })).total).toBe('¥7,800');
  });
});
