import { type AuditGroup, auditGroupOf, auditGroups } from '../../../contract/audit-groups.ts';

/** What the history is narrowed to; it lives in the address bar so that it can be shared. */
export interface AuditChoice {
  /** YYYY-MM-DD, '' for none. */
  readonly from: string;
  readonly to: string;
  /** A staff member's id, `app`, `shopify` or `buyer`; '' for anybody. */
  readonly who: string;
  readonly group: AuditGroup | '';
  readonly order: string;
}

export const noChoice: AuditChoice = { from: '', to: '', who: '', group: '', order: '' };

/** Unknown words in an old or mistyped address are left out instead of breaking the page. */
export function readChoice(params: URLSearchParams): AuditChoice {
  const dayOf = (name: string) => {
    const text = params.get(name) ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
  };
  const who = params.get('who') ?? '';
  return {
    from: dayOf('from'),
    to: dayOf('to'),
    who: /^(?:app|shopify|buyer|\d{1,20})$/.test(who) ? who : '',
    group: auditGroups.find((group) => group === params.get('group')) ?? '',
    order: params.get('order')?.slice(0, 100) ?? '',
  };
}

/** Replaces only our own parameters: Shopify's stand in the same address. */
export function writeChoice(params: URLSearchParams, choice: AuditChoice): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(choice)) {
    if (value.trim() === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

export const isNoChoice = (choice: AuditChoice): boolean =>
  Object.values(choice).every((value) => value.trim() === '');

/**
 * The query of `GET /api/audit` and of its export.
 * @param kinds every kind of entry that has a sentence: the server knows kinds, not our groups
 */
export function auditSearch(choice: AuditChoice, kinds: readonly string[]): URLSearchParams {
  const { group, ...rest } = choice;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value.trim() !== '') search.set(name, value.trim());
  }
  if (group !== '') {
    search.set('what', kinds.filter((kind) => auditGroupOf(kind) === group).join(','));
  }
  return search;
}
