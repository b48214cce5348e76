import type { Case, Cases } from '../support/case.ts';
import { elsewhere } from '../support/evidence.ts';

const phone = (number: string | null | undefined, change: object = {}) => ({
  order: { phone: number },
  ship: { phone: undefined },
  ...change,
});
const mail = (email: string | null | undefined) => ({ order: { email } });
const noPhone: Case = ['unknown', 'nobody told us a phone', phone(undefined)];
const noMail: Case = ['unknown', 'nobody told us an e-mail', mail(undefined)];
const company = { company: '株式会社例示' };

export const contactCases: Cases = {
  'phone-missing': [
    ['hit', 'left empty', phone(null)],
    ['hit', 'an empty text', phone('')],
    [
      'no-hit',
      'given with the address',
      { order: { phone: null }, ship: { phone: '03-1234-5601' } },
    ],
    noPhone,
  ],
  'phone-invalid': [
    ['hit', 'too short', phone('0312345'), { phone: '0312345' }],
    ['hit', 'typed without its leading 0', phone('90-1234-5601')],
    ['hit', 'all zeros', phone('090-0000-0000')],
    ['hit', 'zeros that the library takes for toll-free', phone('080-0000-0000')],
    ['no-hit', 'full-width', phone('０９０ー１２３４ー５６０１')],
    ['no-hit', 'international', phone('+81 90 1234 5601')],
    ['no-hit', 'the new 060', phone('060-1234-5678')],
    ['no-hit', 'none given', phone('')],
    noPhone,
  ],
  'phone-mobile-only': [
    ['hit', 'one mobile', phone('090-1234-5601')],
    [
      'hit',
      'the same twice',
      { order: { phone: '090-1234-5601' }, ship: { phone: '09012345601' } },
    ],
    [
      'no-hit',
      'a landline beside it',
      { order: { phone: '090-1234-5601' }, ship: { phone: '03-1234-5601' } },
    ],
    ['no-hit', 'an invalid number only', phone('0312345')],
    ['no-hit', 'a mobile abroad', phone('+8613800138000')],
    noPhone,
  ],
  'phone-ip-or-special': [
    ['hit', '050', phone('050-1234-5678'), { kinds: 'ip' }],
    ['hit', '0120', phone('0120-123-456'), { kinds: 'toll-free' }],
    ['hit', '0570', phone('0570-012-345'), { kinds: 'nationwide' }],
    [
      'no-hit',
      'a landline beside it',
      { order: { phone: '050-1234-5678' }, ship: { phone: '03-1234-5601' } },
    ],
    ['no-hit', 'a mobile', phone('090-1234-5601')],
    noPhone,
  ],
  'phone-foreign': [
    ['hit', 'China', phone('+86 138 0013 8000'), { cc: '86' }],
    ['no-hit', 'Japan', phone('+81312345601')],
    ['no-hit', 'home is elsewhere', { ...phone('+12125551234'), shop: { homeCountry: 'US' } }],
    noPhone,
  ],
  'phone-area-mismatch': [
    [
      'hit',
      '03 for Osaka',
      { order: { phone: '03-1234-5601' }, ship: { ...elsewhere, phone: null } },
      { area: '03', areaPref: '13', pref: '27' },
    ],
    [
      'no-hit',
      '06 in Amagasaki',
      {
        order: { phone: '06-6123-4567' },
        ship: { provinceCode: 'JP-28', city: '尼崎市', zip: '6600892' },
      },
    ],
    ['no-hit', 'a neighbouring prefecture', { order: { phone: '045-123-5608' } }],
    ['no-hit', 'fits where the bill goes', { order: { phone: '06-1234-5602' }, bill: elsewhere }],
    ['no-hit', 'the longest assigned prefix wins', { order: { phone: '0422-12-3456' } }],
    ['no-hit', 'a mobile', phone('090-1234-5601')],
    ['no-hit', 'an invalid number', phone('0312345')],
    ['unknown', 'no prefecture', { ship: { provinceCode: undefined, city: '', address1: '' } }],
    noPhone,
  ],
  'landline-area-match': [
    ['hit', '03 in Tokyo', {}, { area: '03' }],
    ['hit', 'a neighbouring prefecture', { order: { phone: '045-123-5608' } }],
    ['no-hit', 'far away', { order: { phone: '092-123-5640' } }],
    ['no-hit', 'a mobile', phone('090-1234-5601')],
    noPhone,
  ],
  'email-free-provider': [
    ['hit', 'Gmail', mail('Reidai@Gmail.com'), { domain: 'gmail.com' }],
    ['hit', 'full-width letters', mail('ｒｅｉｄａｉ＠ｙａｈｏｏ．ｃｏ．ｊｐ')],
    ['no-hit', 'an internet provider', mail('reidai@ocn.ne.jp')],
    ['no-hit', 'a company', mail('reidai@example.co.jp')],
    ['no-hit', 'none given', mail(null)],
    noMail,
  ],
  'email-carrier': [
    ['hit', 'docomo', mail('reidai@docomo.ne.jp'), { domain: 'docomo.ne.jp' }],
    ['hit', 'an old Vodafone region', mail('reidai@t.vodafone.ne.jp')],
    ['no-hit', 'Gmail', mail('reidai@gmail.com')],
    ['no-hit', 'none given', mail('')],
    noMail,
  ],
  'email-disposable': [
    ['hit', 'sute.jp', mail('reidai@sute.jp'), { domain: 'sute.jp' }],
    ['hit', 'a subdomain of one', mail('reidai@mail.sute.jp')],
    ['no-hit', 'Gmail', mail('reidai@gmail.com')],
    ['no-hit', 'example.com', mail('reidai@example.com')],
    noMail,
  ],
  'email-uncommon-domain': [
    ['hit', 'an unusual ending', mail('reidai@example.xyz'), { domain: 'example.xyz' }],
    ['hit', 'an ending that does not exist', mail('reidai@gmail.con')],
    ['no-hit', 'co.jp', mail('reidai@example.co.jp')],
    ['no-hit', 'a throw-away address is another signal', mail('reidai@instaddr.win')],
    ['no-hit', 'proton.me is free mail', mail('reidai@proton.me')],
    ['no-hit', 'none given', mail(null)],
    noMail,
  ],
  'email-invalid': [
    ['hit', 'no ending', mail('reidai@gmail')],
    ['hit', 'two dots', mail('reidai..x@example.jp')],
    ['hit', 'no @', mail('reidai.example.jp')],
    ['no-hit', 'docomo gave such addresses out', mail('reidai..x.@docomo.ne.jp')],
    ['no-hit', 'an alias', mail('reidai+x@example.jp')],
    ['no-hit', 'none given', mail(null)],
    noMail,
  ],
  'company-recipient': [
    ['hit', 'a company field', { ship: company }],
    ['hit', '㈱ in the name', { ship: { lastName: '㈱例示', firstName: '' } }],
    ['no-hit', 'a person', {}],
    ['no-hit', 'only the bill goes to a company', { bill: company }],
    ['hit', 'nothing is shipped, the bill goes to a company', { ship: null, bill: company }],
    ['unknown', 'the address is not known', { order: { shipping: undefined } }],
  ],
  'company-contact-mismatch': [
    [
      'hit',
      'mobile and carrier mail',
      { order: { phone: '090-1234-5601', email: 'reidai@ezweb.ne.jp' }, ship: company },
    ],
    [
      'hit',
      'no phone at all',
      { order: { phone: null, email: 'reidai@gmail.com' }, ship: company },
    ],
    ['no-hit', 'a landline', { order: { email: 'reidai@gmail.com' }, ship: company }],
    ['no-hit', 'its own domain', { order: { phone: '090-1234-5601' }, ship: company }],
    ['no-hit', 'a person', { order: { phone: '090-1234-5601', email: 'reidai@gmail.com' } }],
    [
      'unknown',
      'e-mail not known',
      { order: { phone: '090-1234-5601', email: undefined }, ship: company },
    ],
  ],
  'corporate-email-match': [
    ['hit', 'own domain and landline', { ship: company }, { domain: 'example.jp' }],
    ['no-hit', 'a person', {}],
    ['no-hit', 'free mail', { order: { email: 'reidai@gmail.com' }, ship: company }],
    [
      'no-hit',
      'an unusual domain proves nothing',
      { order: { email: 'reidai@example.xyz' }, ship: company },
    ],
    [
      'unknown',
      'phone not known',
      { order: { phone: undefined }, ship: { ...company, phone: undefined } },
    ],
  ],
};
