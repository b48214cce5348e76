import { phoneKey } from '../../../web/japan/keys.ts';

/**
 * National numbers without their 0, by length: mobile, IP, pager and M2M numbers (070 to 090, 050, 060,
 * 020) and 0800 have ten digits, all others nine. Numbering plan of the ministry (総務省), 2026.
 */
const national = /^(?:(?:20|[5-9]0)\d{8}|(?!20|[5-9]0)[1-9]\d{8}|204\d{6,7})$/;
const international = /^\+[1-9]\d{6,14}$/;
const allSame = /(\d)\1{7}$/;

/** Whether nobody can have this number. What is empty or might be one is not impossible. */
export function isImpossiblePhone(phone: string | null): boolean {
  const text = (phone ?? '').normalize('NFKC').trim();
  if (text === '') return false;
  const key = phoneKey(text);
  if (key === '' || allSame.test(key)) return true;
  if (!key.startsWith('+81')) return !international.test(key);
  return !national.test(key.slice(3));
}
