import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { importFields } from '../../web/contract/list-imports.ts';
import { guessMapping } from '../../web/imports/guess-mapping.ts';

const guess = (heading: string) => guessMapping(heading.split(','));

it('understands its own export', () => {
  const own = importFields.filter(
    (field) => !['last-name', 'first-name', 'full-address', 'ignore'].includes(field),
  );
  expect(guessMapping(own)).toEqual(own);
});

it.each(['ja', 'en'])('understands the fields as its pages call them (%s)', (locale) => {
  const file = path.join(import.meta.dirname, `../../web/frontend/locales/lists.${locale}.json`);
  const { lists } = z
    .object({
      lists: z.object({ importer: z.object({ field: z.record(z.string(), z.string()) }) }),
    })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  for (const field of importFields) {
    const heading = lists.importer.field[field] ?? '';
    // 名 beside 姓 is a given name; alone it is somebody's whole name.
    const beside = lists.importer.field['last-name'] ?? '';
    expect(guessMapping([beside, heading])[1], field).toBe(field);
  }
});

it('reads a Shopify order export: the order is called Name, the parcel goes to Shipping', () => {
  expect(
    guess(
      'Name,Email,Financial Status,Billing Name,Billing City,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Phone,Lineitem name',
    ),
  ).toEqual(
    'order,email,ignore,ignore,ignore,name,ignore,address1,address2,city,zip,province,ignore,phone,note,ignore,ignore'.split(
      ',',
    ),
  );
});

it('reads a Shopify customer export', () => {
  expect(
    guess(
      'Customer ID,First Name,Last Name,Email,Default Address Address1,Default Address City,Default Address Province Code,Default Address Zip,Phone,Note',
    ),
  ).toEqual('ignore,first-name,last-name,email,address1,city,province,zip,phone,note'.split(','));
});

it('reads Rakuten: parts of names, phones and codes, of the recipient', () => {
  expect(
    guess(
      '注文番号,注文者姓,注文者名,注文者メールアドレス,注文者電話番号1,送付先姓,送付先名,送付先姓カナ,送付先名カナ,送付先郵便番号1,送付先郵便番号2,送付先住所都道府県,送付先住所郡市区,送付先住所それ以降の住所,送付先電話番号1,送付先電話番号2,送付先電話番号3',
    ),
  ).toEqual(
    'order,ignore,ignore,email,ignore,last-name,first-name,reading,reading,zip,zip,province,city,address1,phone,phone,phone'.split(
      ',',
    ),
  );
});

it('reads Yahoo! shopping', () => {
  expect(
    guess(
      'OrderId,BillMailAddress,BillName,ShipLastName,ShipFirstName,ShipLastNameKana,ShipZipCode,ShipPrefecture,ShipCity,ShipAddress1,ShipAddress2,ShipPhoneNumber',
    ),
  ).toEqual(
    'order,email,ignore,last-name,first-name,reading,zip,province,city,address1,address2,phone'.split(
      ',',
    ),
  );
});

it('takes the orderer where nobody else is named, and one address column as the whole', () => {
  expect(guess('お客様名前,ご住所,連絡先,備考（社内用）')).toEqual([
    'name',
    'full-address',
    'phone',
    'note',
  ]);
  expect(guess('住所,市区町村')).toEqual(['address1', 'city']);
  expect(guess('色,サイズ')).toEqual(['ignore', 'ignore']);
});
