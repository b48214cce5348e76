const ja = {
  title: 'チェックアウト（見本）',
  about:
    'Shopifyのチェックアウトの代わりの見本です。アプリが反映した設定で、実際の関数が動きます。人物・住所・注文はすべて架空です。',
  cart: 'カート',
  amount: '合計（円）',
  quantity: '点数',
  contact: '連絡先',
  email: 'メールアドレス',
  signedIn: 'この店の会員としてログインしている',
  delivery: 'お届け先',
  lastName: '姓',
  firstName: '名',
  company: '会社名（任意）',
  zip: '郵便番号',
  provinceCode: '都道府県',
  city: '市区町村',
  address1: '番地まで',
  address2: '建物名・部屋番号（任意）',
  phone: '電話番号',
  payment: 'お支払い方法',
  place: '注文を確定する',
  placed: (name) => `ご注文 ${name} を承りました。`,
  notice: { three_ds_notice: 'カード決済について', fraud_notice: '不正注文の防止について' },
  noticeAbout:
    '上のお知らせは、アプリがこの見本の店に保存した文です。ここに出る場所は見本のものです。実際の店では、カートや商品のページ、注文完了・注文状況のページに置きます。チェックアウトの途中に置けるのはShopify Plusだけです。',
  refused: '入力内容をご確認ください。',
  failed: '表示できませんでした。',
  language: 'English',
};
const en = {
  title: 'Checkout (sample)',
  about:
    'A sample in place of Shopify’s checkout. The real functions run with what the app has deployed. People, addresses and orders are fictitious.',
  cart: 'Cart',
  amount: 'Total (yen)',
  quantity: 'Pieces',
  contact: 'Contact',
  email: 'E-mail',
  signedIn: 'Signed in to this shop',
  delivery: 'Delivery',
  lastName: 'Last name',
  firstName: 'First name',
  company: 'Company (optional)',
  zip: 'Postal code',
  provinceCode: 'Prefecture',
  city: 'City',
  address1: 'Address with house number',
  address2: 'Building, room (optional)',
  phone: 'Phone',
  payment: 'Payment',
  place: 'Place order',
  placed: (name) => `Your order ${name} has been placed.`,
  notice: { three_ds_notice: 'About card payments', fraud_notice: 'How we prevent fraud' },
  noticeAbout:
    'These notices are what the app has stored in this sample shop. Their place here is the sample’s own: in a real shop they stand on cart and product pages, and on the thank-you and order status pages. Only Shopify Plus takes them inside checkout.',
  refused: 'Please check what you have entered.',
  failed: 'Could not be shown.',
  language: '日本語',
};

export const words = (locale) => (locale === 'en' ? en : ja);

const names =
  '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県';

/** Shopify's codes: JP-01 to JP-47. */
export const prefectures = names
  .split(' ')
  .map((name, at) => [`JP-${String(at + 1).padStart(2, '0')}`, name]);
