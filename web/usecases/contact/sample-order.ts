import type { Locale } from '../../contract/level.ts';
import type { LetterOrder } from './letter-order.ts';

const words = {
  ja: {
    last: '山田',
    first: '花子',
    goods: ['リネンのエプロン', '木の箱（大）'],
    payment: '代金引換',
  },
  en: { last: 'Yamada', first: 'Hanako', goods: ['Linen apron', 'Wooden box'], payment: 'COD' },
} as const;

/** A made-up order for looking at a letter before there is a real one. */
export function sampleOrder(language: Locale, now: number): LetterOrder {
  const { last, first, goods, payment } = words[language];
  const createdAt = new Date(now - 86_400_000).toISOString();
  const address = {
    lastName: last,
    firstName: first,
    zip: '150-0001',
    provinceCode: 'JP-13',
    countryCode: 'JP',
    city: language === 'ja' ? '渋谷区' : 'Shibuya-ku',
    address1: language === 'ja' ? '神宮前1-2-3' : '1-2-3 Jingumae',
    address2: '101',
  };
  return {
    facts: {
      id: '0',
      createdAt,
      gateway: payment,
      total: 7_800,
      currency: 'JPY',
      shipping: address,
      billing: address,
      items: goods.map((title, index) => ({ title, quantity: 1, price: 2_800 + 2_200 * index })),
    },
    snapshot: { name: '#1001', createdAt, total: { amount: 7_800, currency: 'JPY' } },
    paymentKind: 'cod',
  };
}
