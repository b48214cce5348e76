import type { Level, Locale } from '../../contract/level.ts';
import type { OrderDetail } from '../../contract/orders.ts';
import type { Settings } from '../../contract/settings.ts';

type Bands = Pick<
  Settings['judgement'],
  'by' | 'cautionChecks' | 'highChecks' | 'cautionPoints' | 'highPoints'
>;

interface Values {
  n: number;
  /** The last of 通常. */
  normal: number;
  /** 「4～6」, or 「4」 where there is no more. */
  caution: string;
  /** The first of 危険. */
  high: number;
}

/** One figure of an order with the ranges that the shop reads it by. */
export interface Reading {
  readonly key: 'order.checksReading' | 'order.pointsReading';
  readonly values: Values;
  readonly level: Level;
}

const rank: Readonly<Record<Level, number>> = { normal: 0, caution: 1, high: 2 };

function reading(
  key: Reading['key'],
  [n, caution, high]: readonly [number, number, number],
  locale: Locale,
): Reading {
  const last = high - 1;
  const format = new Intl.NumberFormat(locale);
  const range = last > caution ? format.formatRange(caution, last) : format.format(caution);
  return {
    key,
    values: { n, normal: caution - 1, caution: range, high },
    level: n >= high ? 'high' : n >= caution ? 'caution' : 'normal',
  };
}

/** 「4項目（3以下 通常／4～6 要確認／7以上 危険）」, and the points alike: those that the shop goes by. */
export function scoreReadings(
  { checks, points }: Pick<OrderDetail, 'checks' | 'points'>,
  bands: Bands,
  locale: Locale,
): Reading[] {
  const { by, cautionChecks, highChecks, cautionPoints, highPoints } = bands;
  const byChecks = [checks, cautionChecks, highChecks] as const;
  const byPoints = [points, cautionPoints, highPoints] as const;
  return [
    ...(by === 'points' ? [] : [reading('order.checksReading', byChecks, locale)]),
    ...(by === 'count' ? [] : [reading('order.pointsReading', byPoints, locale)]),
  ];
}

/** Whether something else than these figures decided the level; null where they explain it. */
export function otherReason(
  level: Level,
  readings: readonly Reading[],
): 'order.readingHigher' | 'order.readingLower' | null {
  const read = Math.max(...readings.map((one) => rank[one.level]));
  if (rank[level] > read) return 'order.readingHigher';
  return rank[level] < read ? 'order.readingLower' : null;
}
