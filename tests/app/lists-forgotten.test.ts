import { expect, it } from 'vitest';
import type { ListKind } from '../../web/risk/list-entry.ts';
import { domain } from '../support/app-on-stand-in.ts';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { entryBody, sameRoomOtherwise } from '../support/list-bodies.ts';
import { ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const api = (method: string, path: string, body?: unknown) =>
  clerk.running.call(method, path, body);
const add = async (kind: ListKind, identity: Parameters<typeof entryBody>[0]) =>
  (await api('POST', '/api/lists', entryBody(identity, { kind }))).body.entry.id;
const stands = async (id: string) =>
  (await clerk.running.app.storage.read.lists.load(domain, id)) !== null;

it('a buyer who asks to be forgotten goes off every list but past fraud, for good', async () => {
  const email = { emails: ['Reidai-Tanaka@EXAMPLE.jp'] };
  const phone = { phones: ['+81 3 1234 5601'] };
  const fraud = await add('fraud', email);
  const gone = [
    await add('cod', phone),
    await add('watch', email),
    await add('allowed', { ...email, name: '田中 一郎' }),
    await add('protected', phone),
  ];
  const kept = [
    fraud,
    await add('cod', { emails: ['hoka@example.jp'], name: '田中 一郎' }),
    await add('watch', { phones: ['03-1234-5602'] }),
  ];
  const order = await clerk.arrived(ordinaryOrder);
  clerk.running.store.sendCompliance('customers/redact', order);
  await clerk.running.settled();
  expect(await Promise.all(gone.map(stands))).toEqual([false, false, false, false]);
  expect(await Promise.all(kept.map(stands))).toEqual([true, true, true]);

  for (const id of gone) {
    expect((await api('POST', `/api/lists/${id}/restore`, {})).status, 'no undo').toBe(404);
  }
  const { entries } = (await api('GET', '/api/lists')).body;
  expect(entries.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
});

it('an open order of somebody else that shares the room is judged again without the entry', async () => {
  await add('protected', { phones: ['03-1234-5601'], address: sameRoomOtherwise });
  const theirs = await clerk.arrived(ordinaryOrder);
  const phone = '03-1234-5678';
  const { shipping, customer } = ordinaryOrder;
  const other = await clerk.arrived({
    ...{ ...ordinaryOrder, phone, shipping: { ...shipping, phone } },
    customer: { ...customer, email: 'hoka@example.jp', phone },
  });
  expect((await clerk.read(other)).state).toBe('held');
  clerk.running.store.sendCompliance('customers/redact', theirs);
  await clerk.running.settled();
  expect((await api('GET', `/api/orders/${theirs}`)).status).toBe(404);
  expect(await clerk.read(other)).toMatchObject({ level: 'normal', lists: [] });
  expect(clerk.store(other).holds).toEqual([]);
});
