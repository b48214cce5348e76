import { describe, expect, it } from 'vitest';
import { auditExtras } from '../../web/contract/audit-line.ts';
import type { ActionState, OrderState } from '../../web/contract/level.ts';
import type { AddressDto, AuditDto, SignalDto } from '../../web/contract/orders.ts';
import { addressLines, mapUrl, sameAddress } from '../../web/frontend/wording/address-lines.ts';
import { missingFact } from '../../web/frontend/wording/missing-fact.ts';
import { nextStepWords } from '../../web/frontend/wording/next-step.ts';
import { regionName } from '../../web/frontend/wording/prefectures.ts';
import { shipmentLine } from '../../web/frontend/wording/shipment-line.ts';
import { sortSignals } from '../../web/frontend/wording/sort-signals.ts';

const signal = (id: string, points: number, outcome: SignalDto['outcome'] = 'hit'): SignalDto => ({
  id,
  outcome,
  points,
  because: '',
  name: id,
  caution: '',
  counted: true,
});
const ids = (signals: readonly SignalDto[]) => signals.map(({ id }) => id);

describe('the reasons', () => {
  it('begin with the three weightiest, equal ones as they came', () => {
    const sorted = sortSignals(
      [
        signal('small', 3),
        signal('first', 10),
        signal('second', 10),
        signal('big', 30),
        signal('calm', -20),
      ],
      [],
    );
    expect(ids(sorted.first)).toEqual(['big', 'first', 'second']);
    expect(ids(sorted.others)).toEqual(['small']);
    expect(ids(sorted.reassuring)).toEqual(['calm']);
  });

  it('begin with those that the lists name, in their order', () => {
    const hits = [signal('big', 30), signal('floor', 5), signal('middle', 12)];
    expect(ids(sortSignals(hits, ['floor', 'big']).first)).toEqual(['floor', 'big', 'middle']);
  });

  it('keep what is not known apart from what was looked at, and from what a person must ask', () => {
    const sorted = sortSignals(
      [
        signal('cvv', 0, 'unknown'),
        signal('phone', 0, 'no-hit'),
        signal('switched-off', 0, 'off'),
        signal('staff-no-answer', 0, 'unknown'),
        signal('staff-denies', 60),
        signal('staff-off', 0, 'off'),
      ],
      [],
    );
    expect(ids(sorted.unknown)).toEqual(['cvv']);
    expect(ids(sorted.noHits)).toEqual(['phone']);
    expect(ids(sorted.staff)).toEqual(['staff-no-answer', 'staff-denies']);
    expect(ids(sorted.first)).toEqual(['staff-denies']);
  });
});

describe('an address', () => {
  const tokyo: AddressDto = {
    name: '例示 太郎',
    company: '例示商店',
    zip: '1350001',
    province: 'JP-13',
    city: '江東区',
    address1: '例示1-2-3',
    address2: '',
    phone: '',
    countryCode: 'JP',
  };

  it('is written as on a Japanese parcel', () => {
    expect(addressLines(tokyo, regionName(tokyo.province))).toEqual([
      '例示商店',
      '〒135-0001',
      '東京都江東区例示1-2-3',
    ]);
  });

  it('keeps a postal code that is not one as it came', () => {
    expect(addressLines({ ...tokyo, zip: '135-00' }, '')[1]).toBe('135-00');
  });

  it('is written the other way round elsewhere, with the country', () => {
    const abroad = { ...tokyo, company: '', zip: '10001', province: 'NY', city: 'New York' };
    expect(addressLines({ ...abroad, address1: '1 Example St', countryCode: 'US' }, 'NY')).toEqual([
      '1 Example St',
      'New York NY 10001',
      'US',
    ]);
  });

  it('knows prefectures by either form of their code, and leaves other words alone', () => {
    expect([regionName('JP-01'), regionName('JP-1'), regionName('JP-47')]).toEqual([
      '北海道',
      '北海道',
      '沖縄県',
    ]);
    expect([regionName('JP-48'), regionName('東京都')]).toEqual(['JP-48', '東京都']);
  });

  it('is searched on a map with nothing lost', () => {
    expect(new URL(mapUrl(['東京都江東区', '例示 & 1'])).searchParams.get('query')).toBe(
      '東京都江東区 例示 & 1',
    );
  });

  it('is the same place only with the same name', () => {
    expect(sameAddress(tokyo, { ...tokyo, address1: ' 例示1-2-3 ' })).toBe(true);
    expect(sameAddress(tokyo, { ...tokyo, name: '例示 次郎' })).toBe(false);
  });
});

describe('a line of the timeline', () => {
  const row = (what: string, details: AuditDto['details']): AuditDto => ({
    at: '2026-11-22T05:00:00Z',
    by: 'app',
    byKind: 'app',
    what,
    details,
  });
  const nameOf = (id: string) => `name of ${id}`;

  it('tells the level, and after another judgement what it was before', () => {
    expect(auditExtras(row('judged', { level: 'high', points: 69 }), nameOf)).toEqual([
      { key: 'auditDetail.value', values: {}, words: { value: 'level.high' } },
      { key: 'auditDetail.points', values: { value: '69' }, words: {} },
    ]);
    expect(auditExtras(row('reassessed', { level: 'high', before: 'caution' }), nameOf)).toEqual([
      {
        key: 'auditDetail.levelChange',
        values: {},
        words: { before: 'level.caution', value: 'level.high' },
      },
    ]);
  });

  it('turns codes into words and leaves what people wrote', () => {
    const failed = row('hold-failed', { reason: 'shipped', message: 'Already fulfilled' });
    expect(auditExtras(failed, nameOf)).toEqual([
      { key: 'auditDetail.value', values: {}, words: { value: 'cannotHold.shipped' } },
      { key: 'auditDetail.message', values: { value: 'Already fulfilled' }, words: {} },
    ]);
    expect(auditExtras(row('hold-by-hand', { note: '電話が不通' }), nameOf)).toEqual([
      { key: 'auditDetail.note', values: { value: '電話が不通' }, words: {} },
    ]);
  });

  it('names what staff looked at and what they found', () => {
    const found = row('staff-check', { check: 'staff-no-answer', result: 'no-hit' });
    expect(auditExtras(found, nameOf)).toEqual([
      {
        key: 'auditDetail.finding',
        values: { check: 'name of staff-no-answer' },
        words: { value: 'staffCheck.no-hit' },
      },
    ]);
  });

  it('says nothing of empty details and of numbers for the log', () => {
    expect(auditExtras(row('held', { count: 2, message: '' }), nameOf)).toEqual([]);
  });
});

describe('an unknown check', () => {
  it('says what is missing, without saying again that it is unknown', () => {
    const unknown = (because: string) => ({ ...signal('cvv', 0, 'unknown'), because });
    expect(missingFact(unknown('未確認：接続元が分かりません。'))).toBe('接続元が分かりません。');
    expect(missingFact(unknown('Not known: IP address.'))).toBe('IP address.');
    expect(missingFact(unknown('未確認：cvv'))).toBeNull();
  });
});

describe('a shipment', () => {
  const held = { state: 'held', heldSince: '2026-11-22T05:00:00Z', cannotHold: null } as const;
  const shipment = (status: string, ours = false) => ({ fulfillmentOrder: 'f1', status, ours });

  it('is held by us from the moment our hold is in place, before the order is read again', () => {
    expect(shipmentLine(held, shipment('OPEN'))).toBe('order.ourHold');
    expect(shipmentLine(held, shipment('ON_HOLD', true))).toBe('order.ourHold');
  });

  it('is not held by us where the hold waits, failed, or is somebody else’s', () => {
    const open = { state: 'open', heldSince: null, cannotHold: null } as const;
    expect(shipmentLine({ ...held, cannotHold: 'waiting' }, shipment('OPEN'))).toBe(
      'fulfillmentStatus.OPEN',
    );
    expect(shipmentLine({ ...open, state: 'cancelled' }, shipment('CLOSED'))).toBe(
      'fulfillmentStatus.CANCELLED',
    );
    expect(shipmentLine(held, shipment('CLOSED'))).toBe('fulfillmentStatus.CLOSED');
    expect(shipmentLine(open, shipment('ON_HOLD'))).toBe('order.otherHold');
  });
});

describe('the next step', () => {
  it('is what the server says, but for an order that is over or voided; what it still owes stays', () => {
    const words = (state: OrderState, nextStep: string, actions: ActionState[] = []) =>
      nextStepWords({ state, nextStep, actions: actions.map((each) => ({ state: each })) });
    expect(words('held', 'cod-call')).toBe('nextStep.cod-call');
    expect(words('voided', 'capture-or-void')).toBe('nextStep.voided');
    expect(words('cancelled', 'nothing', ['done'])).toBe('nextStep.cancelled');
    expect(words('shipped', 'nothing')).toBe('nextStep.over');
    expect(words('shipped', 'victim-repay')).toBe('nextStep.victim-repay');
    expect(words('open', 'nothing')).toBe('nextStep.nothing');
    expect(words('cancelling', 'wait-shopify', ['scheduled'])).toBe('nextStep.undo-window');
    expect(words('cancelling', 'wait-shopify', ['running'])).toBe('nextStep.wait-shopify');
  });
});
