import type { AddressInput } from '../place-order.ts';
import { mobile, person } from './people.ts';

/** What the shop of the demo remembers from before: bodies for the app's own `POST /api/lists`. */
export interface Remembered {
  readonly kind: 'fraud' | 'allowed' | 'protected';
  readonly reason: string;
  readonly note: string;
  readonly identity: Readonly<Record<string, unknown>>;
}

/** The room that ordered with a stolen card, as it was written then. */
export const fraudRoom = {
  zip: '154-0001',
  provinceCode: 'JP-13',
  province: '東京都',
  city: '世田谷区',
  address1: '池尻99-8-3',
  address2: '例示レジデンス305',
} as const satisfies AddressInput;

const trusted = person(2);
const victim = person(7);

export const remembered: readonly Remembered[] = [
  {
    kind: 'fraud',
    reason: 'stolen-card',
    note: '9月に盗難カードで急須3点。カード会社から連絡あり。',
    identity: {
      name: '架空 六郎',
      emails: ['reidai.rokuro@example.com'],
      phones: ['050-1234-5999'],
      address: listed(fraudRoom),
    },
  },
  {
    kind: 'allowed',
    reason: 'verified',
    note: '店頭でも買ってくださる方。',
    identity: {
      name: `${trusted.customer.lastName} ${trusted.customer.firstName}`,
      emails: [trusted.customer.email],
      phones: [trusted.customer.phone],
      address: listed(trusted.address),
    },
  },
  {
    kind: 'protected',
    reason: 'victim',
    note: '10月に、頼んでいない代引きの荷物が2回届いた。',
    identity: {
      name: `${victim.customer.lastName} ${victim.customer.firstName}`,
      // Pranksters give the number of the person whom they send things to.
      phones: [mobile(2)],
      address: listed(victim.address),
    },
  },
];

function listed({ zip, provinceCode, city, address1, address2 }: AddressInput) {
  return {
    zip: zip ?? '',
    province: provinceCode ?? '',
    city: city ?? '',
    address1: address1 ?? '',
    address2: address2 ?? '',
  };
}
