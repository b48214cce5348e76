import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { badReasons, importFailures } from '../../web/contract/list-imports.ts';
import {
  importFields,
  listKinds,
  listReasons,
  returnFields,
} from '../../web/contract/list-kinds.ts';
import { listIdentityBody, outcomeKinds } from '../../web/contract/lists.ts';
import {
  badRowReason,
  importFailure,
} from '../../web/frontend/components/lists/import/import-words.ts';
import { sampleText } from '../../web/frontend/components/lists/import/sample-csv.ts';
import {
  lossOf,
  lossProblem,
  noLoss,
  totalLoss,
  yenOf,
} from '../../web/frontend/components/lists/order/losses.ts';
import { isWorthOffering, mayOffer } from '../../web/frontend/components/lists/order/offer-rule.ts';
import {
  chosenIdentity,
  proposalKeys,
  usualKeys,
} from '../../web/frontend/components/lists/order/proposal-keys.ts';
import enMain from '../../web/frontend/locales/en.json' with { type: 'json' };
import jaMain from '../../web/frontend/locales/ja.json' with { type: 'json' };
import en from '../../web/frontend/locales/lists.en.json' with { type: 'json' };
import ja from '../../web/frontend/locales/lists.ja.json' with { type: 'json' };
import { kindOf, reasonOf } from '../../web/imports/cells.ts';
import { guessMapping } from '../../web/imports/guess-mapping.ts';
import { listEntry, nobody } from './support/list-fixtures.ts';

describe('what can be remembered of an order', () => {
  const identity = { ...listEntry({}).identity, ip: '192.0.2.1' };
  const keys = proposalKeys(identity);

  it('is every detail of it, all of them ticked', () => {
    expect(keys.map(({ field }) => field)).toEqual(['Email', 'Phone', 'Address', 'Name', 'Ip']);
    expect(usualKeys(keys, 'fraud').size).toBe(5);
  });

  it('is sent with what stays ticked, and nothing else', () => {
    const ticked = new Set(keys.filter(({ field }) => field === 'Address').map(({ id }) => id));
    expect(chosenIdentity(identity, ticked)).toEqual({ ...nobody, address: identity.address });
    expect(chosenIdentity(identity, usualKeys(keys, 'fraud'))).toEqual(identity);
    expect(listIdentityBody.safeParse(chosenIdentity(identity, ticked)).success).toBe(true);
  });

  it('of a victim is nothing that may be the prankster’s', () => {
    const fields = keys.filter(({ id }) => usualKeys(keys, 'protected').has(id));
    expect(fields.map(({ field }) => field)).toEqual(['Phone', 'Address', 'Name']);
  });
});

describe('a loss', () => {
  it('is read as people type it', () => {
    expect([
      yenOf('１，２３０円'),
      yenOf('¥990'),
      yenOf(' '),
      yenOf('約1000'),
      yenOf('-5'),
    ]).toEqual([1230, 990, 0, null, null]);
  });

  it('is the sum of its parts; one that cannot be kept is told at its field', () => {
    const text = { ...noLoss, shippingOut: '990', shippingBack: '９９０', codFee: '330' };
    expect(totalLoss(lossOf(text))).toBe(2310);
    expect(lossProblem('codFee', '330')).toBeNull();
    expect(lossProblem('codFee', '10000001')).toBe('tooBig');
    expect(lossProblem('goods', '10000001')).toBeNull();
    expect(lossProblem('goods', '3.5')).toBe('notWhole');
  });
});

describe('the offer to remember somebody', () => {
  const action = (kind: 'cancel' | 'approve', state: 'done' | 'undone') => ({
    ...{ id: '1', kind, state, undoUntil: null, by: '', at: '', note: null, failure: null },
  });
  const outcome = (kind: 'refused' | 'delivered') => ({
    ...{ kind, at: '', by: null, note: null, loss: null },
  });

  it('comes after a cancellation and after a bad end, and after nothing else', () => {
    expect(mayOffer({ actions: [action('cancel', 'done')], outcome: null })).toBe(true);
    expect(mayOffer({ actions: [action('cancel', 'undone')], outcome: null })).toBe(false);
    expect(mayOffer({ actions: [action('approve', 'done')], outcome: null })).toBe(false);
    expect(mayOffer({ actions: [], outcome: outcome('refused') })).toBe(true);
    expect(mayOffer({ actions: [], outcome: outcome('delivered') })).toBe(false);
  });

  it('is not made twice, nor for a mere candidate', () => {
    const proposal = { identity: nobody, reason: 'other', existing: [], leftOut: [] } as const;
    const made = { ...proposal, existing: [...proposal.existing], leftOut: [] };
    expect(isWorthOffering({ ...made, kind: 'fraud' })).toBe(true);
    expect(isWorthOffering({ ...made, kind: 'watch' })).toBe(false);
    expect(isWorthOffering({ ...made, kind: 'fraud', existing: [listEntry({})] })).toBe(false);
  });
});

describe('the sample file', () => {
  it.each(['ja', 'en'] as const)(
    'in %s has headings and kinds that the import reads',
    async (lng) => {
      const words = lng === 'ja' ? { ...jaMain, ...ja } : { ...enMain, ...en };
      const t = await i18next
        .createInstance()
        .init({ lng, resources: { [lng]: { translation: words } } });
      const [heading = '', ...rows] = sampleText(t).trim().split('\r\n');
      expect(guessMapping(heading.split(','))).toEqual([
        'kind',
        'name',
        'email',
        'phone',
        'zip',
        'province',
        'city',
        'address1',
        'address2',
        'reason',
      ]);
      expect(rows.map((row) => kindOf(row.split(',')[0] ?? ''))).toEqual([
        'fraud',
        'cod',
        'protected',
      ]);
      expect(rows.map((row) => reasonOf(row.split(',')[9] ?? ''))).toEqual([
        'stolen-card',
        'refused',
        'victim',
      ]);
    },
  );
});

describe('the words of the lists', () => {
  it('are read by the import, where they name a kind or a reason', () => {
    for (const [main, { lists }] of [
      [jaMain, ja],
      [enMain, en],
    ] as const) {
      for (const kind of listKinds) expect(kindOf(main.listKind[kind])).toBe(kind);
      for (const reason of listReasons) expect(reasonOf(lists.reason[reason])).toBe(reason);
    }
  });

  it('name everything that the API may answer, in both languages', () => {
    for (const { importer, returnsPage, reason, order } of [ja.lists, en.lists]) {
      const absent = (known: readonly string[], words: object) =>
        known.filter((key) => !Object.keys(words).includes(key));
      expect(absent(importFields, importer.field)).toEqual([]);
      expect(absent(badReasons, importer.badReason)).toEqual([]);
      expect(absent(importFailures, importer.failure)).toEqual([]);
      expect(absent(returnFields, returnsPage.field)).toEqual([]);
      expect(absent(listReasons, reason)).toEqual([]);
      expect(absent([...outcomeKinds, 'dispute'], order.outcome)).toEqual([]);
    }
  });

  it('fall back to a general sentence for what only a newer server knows', () => {
    const known = { exists: (key: string | string[]) => key === 'lists.importer.badReason.phone' };
    expect(badRowReason('phone', known)).toBe('lists.importer.badReason.phone');
    expect(badRowReason('new_code', known)).toBe('lists.importer.badReason.default');
    expect(importFailure('new_code', known)).toBe('lists.importer.failure.default');
  });
});
