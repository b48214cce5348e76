import { createRequire } from 'node:module';
import { parse } from 'tldts';
import { carrierDomains, freeDomains, providerDomains } from './data/mail-domains.ts';
import { splitEmail } from './keys.ts';

/**
 * `carrier`: a mobile network's mail · `provider`: an internet provider's, neutral · `free`: anybody
 * can have one · `disposable`: thrown away after use · `own`: a domain of somebody's own.
 */
export type MailDomainKind = 'carrier' | 'provider' | 'free' | 'disposable' | 'own';

/** 56,000 domains, loaded at the first address that is of no known provider. */
let disposable: ReadonlySet<string> | undefined;
const disposableDomains = (): ReadonlySet<string> => {
  disposable ??= (
    createRequire(import.meta.url)('mailchecker') as { blacklist(): Set<string> }
  ).blacklist();
  return disposable;
};

/** The domain or one of its parents is in the set: mail.sute.jp belongs to sute.jp. */
function isIn(set: ReadonlySet<string>, domain: string): boolean {
  for (let rest = domain; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    if (set.has(rest)) return true;
  }
  return false;
}

const carrierPattern = /^(?:(?:[dhtcrknsq]\.)?vodafone|jp-[dhtckrnsq])\.ne\.jp$/;

export function mailDomainKind(domain: string): MailDomainKind {
  if (isIn(carrierDomains, domain) || carrierPattern.test(domain)) return 'carrier';
  if (isIn(providerDomains, domain)) return 'provider';
  if (isIn(freeDomains, domain)) return 'free';
  return isIn(disposableDomains(), domain) ? 'disposable' : 'own';
}

const usualEndings = new Set(['jp', 'com', 'net', 'org']);

/** Not under .jp, .com, .net or .org, or under no ending that exists (gmail.con). */
export function isUnusualDomain(domain: string): boolean {
  const { publicSuffix, isIcann } = parse(domain);
  return !isIcann || !usualEndings.has((publicSuffix ?? '').split('.').at(-1) ?? '');
}

/** docomo and au once gave out addresses that break the rules (a..b@, a.@): they still work. */
const lenientDomains = new Set(['docomo.ne.jp', 'ezweb.ne.jp']);
const domainShape =
  /^(?=.{1,253}$)(?:[a-z0-9\p{L}](?:[a-z0-9\p{L}-]{0,61}[a-z0-9\p{L}])?\.)+[a-z\p{L}][a-z0-9\p{L}-]*$/u;
const localShape = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const lenientShape = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+$/;

export function isValidEmail(email: string): boolean {
  const parts = splitEmail(email);
  if (!parts || parts.local.length > 64 || !domainShape.test(parts.domain)) return false;
  return (lenientDomains.has(parts.domain) ? lenientShape : localShape).test(parts.local);
}
