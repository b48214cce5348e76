import { expect, test } from 'vitest';
import { addressKey } from '../../web/japan/keys.ts';
import { postalAreas, postalDigits } from '../../web/japan/postal-code.ts';
import { demoKinds } from '../../web/standin/demo/kinds.ts';
import { crowd, person } from '../../web/standin/demo/people.ts';
import { fraudRoom } from '../../web/standin/demo/remembered.ts';
import { anotherOrder, demoDay, playPast } from '../../web/standin/demo-day.ts';
import { startReceiver, startStandIn } from './start-stand-in.ts';

const now = Date.parse('2026-11-22T12:00:00+09:00');

test('a day is the same for the same seed', () => {
  expect(demoDay({ now })).toEqual(demoDay({ now }));
  expect(demoDay({ now, seed: 2 })).not.toEqual(demoDay({ now }));
});

test('about forty orders lie behind, and today brings every kind', () => {
  const { past, today } = demoDay({ now });
  expect(past).toHaveLength(40);
  const oldest = Math.min(...past.map(({ createdAt }) => createdAt ?? now));
  expect(now - oldest).toBeLessThan(60 * 86_400_000);
  expect(new Set(today.map(({ kind }) => kind))).toEqual(new Set(demoKinds));
});

test('a new order arrives four seconds after the start, then every twenty to forty', () => {
  const times = demoDay({ now }).today.map(({ afterMs }) => afterMs);
  const later = times.filter((ms) => ms > 0);
  expect(times.filter((ms) => ms === 0).length).toBeGreaterThan(10);
  expect(later[0]).toBe(4000);
  later.slice(1).forEach((ms, index) => {
    const gap = ms - (later[index] ?? 0);
    expect(gap).toBeGreaterThanOrEqual(20_000);
    expect(gap).toBeLessThanOrEqual(40_000);
  });
});

test('nobody in the demo is real: no allotted block, exchange, address or mailbox', () => {
  const { past, today } = demoDay({ now });
  for (const order of [...past, ...today.map((each) => each.order)]) {
    expect(order.customer?.email).toMatch(/^reidai/);
    expect(order.clientIp).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\./);
    expect(order.phone).toMatch(/^(0\d{1,2}-1\d{2,3}-\d{4}|0[5789]0-1234-\d{4})$/);
    const { address1 } = order.shipping ?? {};
    if (/\d/.test(address1 ?? '')) expect(address1).toMatch(/99-/);
  }
});

test("an ordinary customer's postal code, prefecture and city belong together", () => {
  for (let index = 0; index < crowd; index += 1) {
    const { address } = person(index);
    const areas = postalAreas(postalDigits(address.zip ?? '') ?? '');
    const isOffice = /^\d{3}-8/.test(address.zip ?? '');
    if (isOffice) continue;
    expect(areas.map(({ prefecture }) => `JP-${String(prefecture).padStart(2, '0')}`)).toContain(
      address.provinceCode,
    );
    expect(areas.map(({ city }) => city)).toContain(address.city);
  }
});

test('the known room comes in three spellings, and is one room', () => {
  const rooms = [fraudRoom, ...[0, 1, 2].map((n) => anotherOrder('other-spelling', n).shipping)];
  expect(new Set(rooms.map((room) => `${room?.address1} ${room?.address2}`)).size).toBe(4);
  expect(new Set(rooms.map((room) => addressKey(room ?? {}))).size).toBe(1);
});

test('the past is written down without a word to the app', async () => {
  const app = await startReceiver();
  const { shop, standIn, clock } = await startStandIn({ appUrl: app.url });
  playPast(shop, demoDay({ now: clock.now() }));
  await standIn.deliveriesIdle();
  expect(app.received).toEqual([]);
  expect(shop.orders()).toHaveLength(40);
  for (const order of shop.orders()) {
    expect(order.fulfillment).toBe('FULFILLED');
    expect(order.money.status).toBe('PAID');
  }
});

test('one more order of a kind can be asked for, or any', () => {
  expect(anotherOrder('cod-prank', 1).payment).toEqual({ kind: 'cod' });
  expect(anotherOrder(null, 2).items?.length).toBeGreaterThan(0);
});
