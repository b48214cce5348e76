import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { ReturnsAnswer } from '../../web/contract/returns.ts';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();

async function send(file: string | Buffer, query = '') {
  const answer = await fetch(`${clerk.running.origin}/api/returns?${query}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${clerk.running.standIn.sessionToken('reidai.myshopify.com')}`,
      'content-type': 'text/csv',
    },
    body: file,
  });
  const body: ReturnsAnswer & { error: { code: string; fields: Record<string, string> } } =
    JSON.parse(await answer.text());
  return { status: answer.status, body };
}

const results = ({ body }: Awaited<ReturnType<typeof send>>) =>
  body.rows.map(({ result }) => result);

/** An ordinary buyer who pays on delivery: nothing holds the parcel. */
const codOrder = { ...ordinaryOrder, payment: { kind: 'cod' } } as const;

const cardOrder = {
  ...ordinaryOrder,
  phone: '03-1234-5609',
  shipping: { ...ordinaryOrder.shipping, firstName: '二郎', phone: '03-1234-5609' },
};

async function shipped(input: PlaceOrderInput = codOrder, tracking?: string) {
  const id = await clerk.arrived(input);
  clerk.running.store.fulfill(id, tracking === undefined ? {} : { tracking });
  await clerk.running.settled();
  return { id, name: clerk.store(id).name };
}

describe('a carrier’s report of parcels that came back', () => {
  it('is told row by row, and changes nothing until it is applied', async () => {
    const one = await shipped();
    const file = `送り状番号,お客様管理番号,お届け先名,返品理由\n4000-1234-5601,${one.name},田中　一郎,受取拒否\n4000-1234-5602,#9999,見本,受取拒否\n`;
    const preview = await send(file);
    expect(preview.body).toMatchObject({
      applied: false,
      encoding: 'utf-8',
      columns: [
        { name: '送り状番号', field: 'tracking' },
        { name: 'お客様管理番号', field: 'order' },
        { name: 'お届け先名', field: 'name' },
        { name: '返品理由', field: 'reason' },
      ],
      rows: [
        { line: 2, result: 'ready', outcome: 'refused', order: one, cod: true },
        { line: 3, result: 'not_found', order: null },
      ],
      counts: { ready: 1, not_found: 1 },
    });
    expect((await clerk.read(one.id)).outcome).toBeNull();
    expect(results(await send(file, 'apply=1'))).toEqual(['recorded', 'not_found']);
    expect((await clerk.read(one.id)).outcome).toMatchObject({ kind: 'refused' });
    // The same file once more, and a person's word before it, change nothing.
    expect(results(await send(file, 'apply=1'))).toEqual(['already', 'not_found']);
  });

  it('is read in Shift_JIS, and finds the order by who it was for', async () => {
    const one = await shipped();
    await shipped(cardOrder);
    const text =
      'お届け先電話番号,お届け先名,返送日,状況\n="0312345601",田中一郎 様,2026/11/22,保管期間経過のため返送\n';
    const answer = await send(iconv.encode(text, 'cp932'), 'apply=1');
    expect(answer.body).toMatchObject({
      encoding: 'shift_jis',
      rows: [{ result: 'recorded', outcome: 'unclaimed', order: one }],
    });
    expect((await clerk.read(one.id)).outcome).toMatchObject({
      kind: 'unclaimed',
      at: '2026-11-22T00:00:00.000Z',
    });
  });

  it('finds the order by its parcel, in any spelling of the number', async () => {
    const one = await shipped(codOrder, '4000-1234-5600');
    const file = (number: string) => `送り状番号,理由\n${number},受取拒否\n`;
    for (const number of ['400012345600', '４０００−１２３４−５６００', '="4000 1234 5600"']) {
      expect((await send(file(number))).body.rows, number).toMatchObject([
        { result: 'ready', order: one },
      ]);
    }
    // A digit that the check digit does not allow, digits that a spreadsheet rounded, and no such parcel.
    expect(results(await send(file('4000-1234-5605')))).toEqual(['misread']);
    expect(results(await send(file('4.00012E+11')))).toEqual(['misread']);
    expect(results(await send(file('4000-1234-5611')))).toEqual(['not_found']);
    // A second order in the same parcel: nobody knows which of the two is meant.
    await shipped(cardOrder, '400012345600');
    expect(results(await send(file('4000-1234-5600'), 'apply=1'))).toEqual(['ambiguous']);
    expect((await clerk.read(one.id)).outcome).toBeNull();
  });

  it('knows the parcel still after the order was read and judged anew', async () => {
    const one = await shipped(codOrder, '4000-1234-5600');
    await clerk.running.call('POST', `/api/orders/${one.id}/reassess`, {});
    await clerk.running.settled();
    expect(results(await send('伝票番号\n400012345600\n'))).toEqual(['ready']);
  });

  it('guesses no order where two fit, and none where nobody is named', async () => {
    await shipped();
    await shipped();
    const file =
      '受取人氏名,備考\n田中一郎,長期不在\n,長期不在\n見本花子,転居先不明\n田中一郎,配達完了\n';
    expect(results(await send(file))).toEqual(['ambiguous', 'bad', 'skipped', 'skipped']);
  });

  it('leaves cancelled orders and repeated rows', async () => {
    const gone = await clerk.arrived(codPrank);
    await clerk.click(gone, 'cancel');
    await clerk.windowPasses();
    const one = await shipped(cardOrder);
    const file = `order\n${clerk.store(gone).name}\n${one.name}\n${one.name.slice(1)}.1\n`;
    expect(results(await send(file))).toEqual(['cancelled', 'ready', 'repeated']);
  });

  it('takes another reading of its columns, and says what is wrong with a file', async () => {
    const one = await shipped();
    const file = `番号,誰か\n${one.name},x\n`;
    expect((await send(file)).body.error.fields).toEqual({ file: 'no_order_column' });
    expect(results(await send(file, 'mapping=order,ignore'))).toEqual(['ready']);
    const wrong = async (body: string | Buffer, query = '') =>
      (await send(body, query)).body.error.fields;
    expect(await wrong(file, 'mapping=order')).toEqual({ file: 'wrong_number_of_columns' });
    expect(await wrong('')).toEqual({ file: 'empty' });
    expect(await wrong('order\n"unclosed')).toEqual({ file: 'not_csv' });
    expect(await wrong(`order\n${'#1\n'.repeat(2_001)}`)).toEqual({ file: 'too_many_rows' });
    expect(await wrong(Buffer.from([0x81, 0x20, 0x0a, 0xff]))).toEqual({ file: 'wrong_encoding' });
    expect((await send('x'.repeat(1_000_001))).status).toBe(413);
  });
});
