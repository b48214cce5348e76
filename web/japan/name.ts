import { foldCharacters } from './character-variants.ts';
import { nameKey } from './keys.ts';

type Text = string | null | undefined;

const companyWords =
  /株式会社|\(株\)|有限会社|\(有\)|合同会社|\(同\)|合資会社|合名会社|医療法人|社会福祉法人|学校法人|宗教法人|社団法人|財団法人|NPO法人|特定非営利活動法人|農業協同組合|事業協同組合|生活協同組合|法律事務所|会計事務所/;
const companyLetters = /(?<![A-Z])(?:INC|LLC|LTD|K\.?K|CORP|CO\.)(?![A-Z])/i;

/** ㈱, （株）, 株式会社, Co., Ltd. and the like; NFKC makes ㈱ and ㍿ one of them. */
export function hasCompanyWord(text: Text): boolean {
  const plain = (text ?? '').normalize('NFKC');
  return plain !== '' && (companyWords.test(plain) || companyLetters.test(plain));
}

/** Family name's key; a name in one field is split at its first space. */
export function familyNameKey(lastName: Text, fullName?: Text): string {
  if (lastName) return nameKey(lastName);
  const [first] = foldCharacters(fullName ?? '')
    .trim()
    .split(/\s+/);
  return nameKey(first);
}
