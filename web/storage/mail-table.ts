import type { Knex } from 'knex';
import type { MailRecord, MailTable } from '../usecases/ports/mail-port.ts';
import type { Keyring } from './shop-keys.ts';

interface MailRow {
  shop: string;
  id: string;
  order_id: string | null;
  kind: MailRecord['kind'];
  state: MailRecord['state'];
  message_id: string;
  at: number;
  sent_at: number | null;
  body: Buffer;
}

type MailBody = Pick<MailRecord, 'to' | 'subject' | 'text' | 'by' | 'byId' | 'problem' | 'said'>;

/** Addresses, texts and what servers say to them are sealed; what finds and counts a mail is plain. */
export function mailTable(db: Knex, keyring: Keyring): MailTable {
  const open = async (row: MailRow): Promise<MailRecord> => ({
    id: row.id,
    shop: row.shop,
    orderId: row.order_id,
    kind: row.kind,
    state: row.state,
    messageId: row.message_id,
    at: row.at,
    sentAt: row.sent_at,
    ...(await keyring.of(db, row.shop)).openJson<MailBody>('mails', row.id, row.body),
  });
  const rowOf = async (mail: MailRecord): Promise<MailRow> => {
    const { to, subject, text, by, byId, problem, said } = mail;
    const body: MailBody = { to, subject, text, by, byId, problem, said };
    return {
      shop: mail.shop,
      id: mail.id,
      order_id: mail.orderId,
      kind: mail.kind,
      state: mail.state,
      message_id: mail.messageId,
      at: mail.at,
      sent_at: mail.sentAt,
      body: (await keyring.of(db, mail.shop)).sealJson('mails', mail.id, body),
    };
  };
  const load = async (shop: string, id: string) => {
    const row: MailRow | undefined = await db('mails').where({ shop, id }).first();
    return row === undefined ? null : open(row);
  };
  const newest = [
    { column: 'at', order: 'desc' },
    { column: 'id', order: 'desc' },
  ];
  return {
    load,
    async insert(mail) {
      await db('mails').insert(await rowOf(mail));
    },
    async move(shop, id, from, change) {
      const found: MailRow | undefined = await db('mails').where({ shop, id }).forUpdate().first();
      if (found === undefined) return false;
      const mail = await open(found);
      const { state, sent_at, body } = await rowOf({ ...mail, ...change });
      const moved = await db('mails')
        .where({ shop, id })
        .whereIn('state', from)
        .update({ state, sent_at, body });
      return moved === 1;
    },
    async ofOrder(shop, orderId) {
      const rows: MailRow[] = await db('mails').where({ shop, order_id: orderId }).orderBy(newest);
      return Promise.all(rows.map(open));
    },
    async inStates(shop, states, limit) {
      const rows: MailRow[] = await db('mails')
        .where({ shop })
        .whereIn('state', states)
        .orderBy(newest)
        .limit(limit);
      return Promise.all(rows.map(open));
    },
    async count(state) {
      const row = await db('mails').where({ state }).count({ n: '*' }).first();
      return Number(row?.n ?? 0);
    },
  };
}
