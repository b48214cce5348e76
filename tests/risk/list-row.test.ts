import { describe, expect, test } from 'vitest';
import type { ListEntry, ListKind } from '../../web/risk/list-entry.ts';
import { listMatchesOf } from '../../web/risk/list-match.ts';
import { rowOfEntry } from '../../web/risk/list-row.ts';
import { cod, evidenceWith, home } from './support/evidence.ts';

const entry = (change: Partial<ListEntry>): ListEntry => ({
  id: 'entry-1',
  kind: 'fraud',
  identity: {
    ...{ emails: ['x@example.jp', 'reidai@example.jp'], phones: [], name: null, reading: null },
    ...{ address: null, ip: null, card: null },
  },
  ...{ reason: 'other', note: null, addedAt: 0, order: null, expiresAt: null },
  addedBy: { kind: 'staff', id: null, name: null },
  ...change,
});
const matches = (change: Partial<ListEntry>, order = {}) =>
  listMatchesOf(evidenceWith({ order, history: { blocklist: [rowOfEntry(entry(change))] } }));

describe('an entry in a judgement', () => {
  test('is found by any of its e-mails and told with its id and kind', () => {
    expect(matches({ kind: 'watch' })).toMatchObject([
      { id: 'entry-1', kind: 'watch', grade: 'exact', exact: ['email'] },
    ]);
  });

  test.each<[number, ListKind, number | null, object]>([
    [1, 'cod', null, cod],
    [0, 'cod', null, {}],
    [0, 'fraud', Date.parse('2026-11-20T00:59:59Z'), {}],
    [1, 'fraud', Date.parse('2026-11-20T01:00:01Z'), {}],
  ])('%i: %s, until %s', (found, kind, expiresAt, order) => {
    expect(matches({ kind, expiresAt }, order)).toHaveLength(found);
  });

  test('is shown and not scored where only the name agrees', () => {
    const identity = {
      ...entry({}).identity,
      emails: [],
      address: { ...home, zip: '', address1: '' },
    };
    expect(matches({ identity })).toMatchObject([{ grade: 'shown', similar: ['name'] }]);
  });
});
