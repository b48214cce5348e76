import type { Knex } from 'knex';
import { rowFigures } from '../usecases/queue/row-figures.ts';
import { type CaseRow, caseColumns, caseOfRow, groupColumns } from './case-rows.ts';
import { recount, uncount } from './case-tally.ts';

/** Also after orders were erased: a row without cases is gone. */
export async function refreshGroup(db: Knex, shop: string, groupId: number): Promise<void> {
  const rows: CaseRow[] = await db('cases').where({ shop, group_id: groupId }).select(caseColumns);
  const orderIds = [...new Set(rows.map((row) => row.order_id))];
  const kinds = orderIds.length > 1 ? await kindsAmong(db, shop, groupId) : [];
  const figures = rowFigures(rows.map(caseOfRow), kinds);
  const group = db('case_groups').where({ shop, id: groupId });
  if (figures === null) await uncount(db, shop, groupId);
  await (figures === null ? group.delete() : group.update(groupColumns(figures)));
  await recount(db, shop, groupId);
}

async function kindsAmong(db: Knex, shop: string, groupId: number): Promise<string[]> {
  const rows: { kind: string }[] = await db('case_links')
    .where({ shop })
    .whereIn('order_id', db('cases').where({ shop, group_id: groupId }).select('order_id'))
    .distinct('kind');
  return rows.map(({ kind }) => kind);
}

/** Both directions of every pair. */
export async function unlinkAll(
  db: Knex,
  shop: string,
  orderIds: readonly string[],
): Promise<void> {
  const others = db('case_links')
    .where({ shop })
    .whereIn('order_id', orderIds)
    .distinct('other_id');
  const theirs: string[] = (await others).map((row) => row.other_id);
  await db('case_links')
    .where({ shop })
    .whereIn('order_id', theirs)
    .whereIn('other_id', orderIds)
    .delete();
  await db('case_links').where({ shop }).whereIn('order_id', orderIds).delete();
}

/** Erased orders leave their rows: those with other cases are told by them. */
export async function eraseCases(
  db: Knex,
  shop: string,
  orderIds: readonly string[],
): Promise<void> {
  const own = () => db('cases').where({ shop }).whereIn('order_id', orderIds);
  const groups: { group_id: number }[] = await own().whereNotNull('group_id').distinct('group_id');
  await own().delete();
  await unlinkAll(db, shop, orderIds);
  for (const { group_id } of groups) await refreshGroup(db, shop, group_id);
}
