import type { Knex } from 'knex';
import type {
  AlertRecord,
  AlertSend,
  AlertTable,
  NearDeadline,
} from '../usecases/ports/alert-port.ts';

type AlertChannel = AlertSend['channel'];

interface AlertRow {
  shop: string;
  id: string;
  kind: AlertRecord['kind'];
  subject: string;
  at: number;
  details: string;
}

interface SendRow {
  alert_id: string;
  channel: AlertChannel;
  state: AlertSend['state'];
  attempts: number;
  problem: AlertSend['problem'];
  changed_at: number;
}

/** Nothing is sealed here: alerts hold no personal data. */
export function alertTable(db: Knex): AlertTable {
  return {
    async add({ details, ...alert }) {
      const made = await db('alerts')
        .insert({ ...alert, details: JSON.stringify(details) })
        .onConflict()
        .ignore()
        .returning('id');
      return made.length === 1;
    },
    async load(shop, id) {
      const row: AlertRow | undefined = await db('alerts').where({ shop, id }).first();
      return row === undefined ? null : toAlert(row);
    },
    async saveSend(shop, { alertId, at, ...send }) {
      await db('alert_sends')
        .insert({ shop, alert_id: alertId, changed_at: at, ...send })
        .onConflict(['shop', 'alert_id', 'channel'])
        .merge();
    },
    async loadSend(shop, alertId, channel) {
      const row: SendRow | undefined = await db('alert_sends')
        .where({ shop, alert_id: alertId, channel })
        .first();
      return row === undefined ? null : toSend(row);
    },
    async failedSince(shop, since, limit) {
      const rows: (AlertRow & SendRow)[] = await db('alert_sends')
        .join('alerts', (on) =>
          on.on('alerts.shop', 'alert_sends.shop').andOn('alerts.id', 'alert_sends.alert_id'),
        )
        .where({ 'alert_sends.shop': shop, 'alert_sends.state': 'failed' })
        .where('alert_sends.changed_at', '>=', since)
        .orderBy([{ column: 'alert_sends.changed_at', order: 'desc' }, 'alert_sends.alert_id'])
        .limit(limit);
      return rows.map((row) => ({ send: toSend(row), alert: toAlert(row) }));
    },
    async countWaiting(shop) {
      const row = await db('alert_sends')
        .where({ shop, state: 'waiting' })
        .count({ n: '*' })
        .first();
      return Number(row?.n ?? 0);
    },
    nearUntold: (shop, now, limit) => nearUntold(db, shop, now, limit),
    async hasOpenCases(shop) {
      const row = await db('cases').where({ shop }).whereNull('closed_at').first('id');
      return row !== undefined;
    },
  };
}

/** The subject is built as `deadlineSubject` builds it. */
async function nearUntold(
  db: Knex,
  shop: string,
  now: number,
  limit: number,
): Promise<NearDeadline[]> {
  const subject = `cases.order_id || ':' || cases.deadline_kind || ':' || cases.deadline_at`;
  const told = db('alerts')
    .where({ 'alerts.shop': shop, 'alerts.kind': 'deadline-near' })
    .whereRaw(`alerts.subject = ${subject}`)
    .select(db.raw('1'));
  const rows: { order_id: string; deadline_kind: NearDeadline['kind']; deadline_at: number }[] =
    await db('cases')
      .where({ shop })
      .whereNull('closed_at')
      .whereNotNull('deadline_kind')
      .where('deadline_warn_at', '<=', now)
      .whereNotExists(told)
      .orderBy(['deadline_warn_at', 'order_id'])
      .limit(limit)
      .select('order_id', 'deadline_kind', 'deadline_at');
  return rows.map((row) => ({
    orderId: row.order_id,
    kind: row.deadline_kind,
    at: row.deadline_at,
  }));
}

const toAlert = ({ shop, id, kind, subject, at, details }: AlertRow): AlertRecord => ({
  shop,
  id,
  kind,
  subject,
  at,
  details: JSON.parse(details),
});

const toSend = (row: SendRow): AlertSend => ({
  alertId: row.alert_id,
  channel: row.channel,
  state: row.state,
  attempts: row.attempts,
  problem: row.problem,
  at: row.changed_at,
});
