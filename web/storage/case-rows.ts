import type {
  CaseFigures,
  QueueCase,
  QueueRowRecord,
  RowFigures,
} from '../usecases/ports/queue-port.ts';
import { levelRank } from '../usecases/queue/row-figures.ts';

/** How cases and rows of the queue stand in their tables. */
export interface FigureColumns {
  level: number;
  points: number;
  amount: number;
  payment: CaseFigures['payment'];
  stage: CaseFigures['stage'];
  deadline_kind: NonNullable<CaseFigures['deadline']>['kind'] | null;
  deadline_at: number;
  deadline_warn_at: number;
}

export interface CaseRow extends FigureColumns {
  id: number;
  order_id: string;
  group_id: number | null;
  apart: boolean | number;
  opened_at: number;
  closed_at: number | null;
}

export interface GroupRow extends FigureColumns {
  id: number;
  order_id: string;
  orders: number;
  assignee: string | null;
  links: string;
  opened_at: number;
  closed_at: number | null;
}

/** Without a deadline: sorts last on both databases. */
const farAway = 8_640_000_000_000_000;

const levelOfRank: readonly CaseFigures['level'][] = ['high', 'caution', 'normal'];

export function figureColumns(figures: CaseFigures): FigureColumns {
  const { deadline } = figures;
  return {
    level: levelRank[figures.level],
    points: figures.points,
    amount: figures.amount,
    payment: figures.payment,
    stage: figures.stage,
    deadline_kind: deadline?.kind ?? null,
    deadline_at: deadline?.at ?? farAway,
    deadline_warn_at: deadline?.warnAt ?? farAway,
  };
}

const figuresOf = (row: FigureColumns): CaseFigures => ({
  level: levelOfRank[row.level] ?? 'normal',
  points: row.points,
  amount: row.amount,
  payment: row.payment,
  stage: row.stage,
  deadline:
    row.deadline_kind === null
      ? null
      : { kind: row.deadline_kind, at: row.deadline_at, warnAt: row.deadline_warn_at },
});

export const caseOfRow = (row: CaseRow): QueueCase => ({
  ...figuresOf(row),
  id: row.id,
  orderId: row.order_id,
  groupId: row.group_id,
  apart: Boolean(row.apart),
  openedAt: row.opened_at,
  closedAt: row.closed_at,
});

export const groupColumns = (figures: RowFigures): Omit<GroupRow, 'id' | 'assignee'> => ({
  ...figureColumns(figures),
  order_id: figures.orderId,
  orders: figures.orders,
  links: figures.links.join(','),
  opened_at: figures.openedAt,
  closed_at: figures.closedAt,
});

export const rowOfGroup = (row: GroupRow): QueueRowRecord => ({
  ...figuresOf(row),
  id: row.id,
  orderId: row.order_id,
  orders: row.orders,
  links: readLinks(row.links),
  assignee: row.assignee,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
});

/** Written by `groupColumns` alone. */
const readLinks = (text: string): RowFigures['links'][number][] =>
  text.split(',').filter((kind): kind is RowFigures['links'][number] => kind !== '');

/** All columns of a case but what is sealed. */
export const caseColumns = [
  'id',
  'order_id',
  'group_id',
  'apart',
  'opened_at',
  'closed_at',
  'level',
  'points',
  'amount',
  'payment',
  'stage',
  'deadline_kind',
  'deadline_at',
  'deadline_warn_at',
] as const;
