import type { PlaceOrderInput } from '../../web/standin/place-order.ts';

/** Fictitious: block numbers 99-…, exchanges that begin with 1, RFC 5737 addresses. */
export const ordinaryOrder: PlaceOrderInput = {
  customer: {
    lastName: '田中',
    firstName: '一郎',
    email: 'reidai-tanaka@example.jp',
    phone: '03-1234-5601',
  },
  phone: '03-1234-5601',
  shipping: {
    lastName: '田中',
    firstName: '一郎',
    zip: '150-0001',
    provinceCode: 'JP-13',
    countryCode: 'JP',
    city: '渋谷区',
    address1: '神宮前99-1-2',
    address2: '例示ハイツ101',
    phone: '03-1234-5601',
  },
  items: [{ title: 'ハンドソープ詰替', price: 1300, quantity: 2 }],
  payment: { kind: 'card', capture: 'sale', cvv: 'M', last4: '1111' },
  clientIp: '192.0.2.11',
};

/** A prank: COD, mobile only, free mail, no house number, a postal code of another prefecture. */
export const codPrank: PlaceOrderInput = {
  customer: {
    lastName: '例示',
    firstName: '太郎',
    email: 'reidai.itazura@gmail.com',
    phone: '090-1234-5678',
  },
  phone: '090-1234-5678',
  shipping: {
    lastName: '例示',
    firstName: '太郎',
    zip: '060-0001',
    provinceCode: 'JP-13',
    countryCode: 'JP',
    city: '渋谷区',
    address1: '神宮前',
    address2: null,
    phone: '090-1234-5678',
  },
  items: [{ title: 'ハンドソープ詰替', price: 6500, quantity: 12 }],
  payment: { kind: 'cod' },
  clientIp: '198.51.100.7',
};

/** A stolen card: wrong code, forwarder's address, authorization that waits. */
export const cardThief: PlaceOrderInput = {
  customer: {
    lastName: '見本',
    firstName: '次郎',
    email: 'reidai-x9@mailinator.com',
    phone: '050-1234-5678',
  },
  phone: '050-1234-5678',
  shipping: {
    lastName: '見本',
    firstName: '次郎',
    zip: '550-0022',
    provinceCode: 'JP-27',
    countryCode: 'JP',
    city: '大阪市西区',
    address1: '本田99-1-7',
    address2: '転送コム ABX12345',
    phone: '050-1234-5678',
  },
  items: [{ title: '一眼デジタルカメラ', price: 128_000, quantity: 1 }],
  payment: { kind: 'card', capture: 'authorization', cvv: 'N' },
  clientIp: '203.0.113.9',
  shopifyRisk: 'HIGH',
};
