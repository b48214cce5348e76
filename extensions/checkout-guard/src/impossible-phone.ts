/**
 * A number in Japan as people type it: from home, with the country's code, or as it is dialled from abroad
 * (010 81), where the 0 behind 81 is not dialled but often typed. Lengths by the numbering plan of the
 * ministry (総務省), 2026: mobile, IP, pager and M2M numbers (070 to 090, 050, 060, 020) and 0800 have ten
 * digits behind the 0, all others nine. 0037, 0066, 0077, 0078 and 0088 are free calls of single carriers,
 * of many lengths. 060 in nine is an old form that phone libraries still take.
 */
const inJapan =
  /^(?:(?:010)?81)?0?(?:(?:20|[5-9]0)\d{8}|(?!20|[5789]0)[1-9]\d{8}|204\d{6,7}|0{1,2}(?:37|66|7[78]|88)\d{4,17}|0{1,2}120\d{6})$/;
/** From the shortest of the South Sea islands to Germany's with a 0 too many. */
const abroad = /^(?:010)?[1-9]\d{4,21}$/;
const allSame = /(\d)\1{7}$/;

function cannotBe(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (allSame.test(digits)) return true;
  const isAbroad = text.startsWith('+') ? !digits.startsWith('81') : /^010(?!81)/.test(digits);
  return !(isAbroad ? abroad : inJapan).test(digits);
}

/** An extension, or a second number, behind the first: 内線12, ext. 12, `/`. */
const behindNumber = /(?<=\d)\s*[^\d\s()+.‐-―−ー-].*$/;
/** (+44), Tel +44: what stands in front of the sign that says abroad. */
const beforePlus = /^[^\d+]*(?=\+)/;

/**
 * Whether nobody can have this number. What is empty or might be one is not impossible.
 * @param isInJapan of the address: how a number without a country's code is read. Of one abroad nothing is said
 */
export function isImpossiblePhone(phone: string | null, isInJapan = true): boolean {
  const text = (phone ?? '').normalize('NFKC').trim().replace(beforePlus, '');
  if (text === '') return false;
  if (!isInJapan && !text.startsWith('+')) return !/\d/.test(text);
  return cannotBe(text) && cannotBe(text.replace(behindNumber, ''));
}
