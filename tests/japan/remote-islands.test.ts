import { expect, test } from 'vitest';
import { isRemoteIsland } from '../../web/japan/remote-islands.ts';

test.each([
  ['100-0101', 'Oshima, Tokyo'],
  ['１００−２１０１', 'Ogasawara'],
  ['9520011', 'Sado'],
  ['907-0001', 'Ishigaki'],
  ['761-4100', 'Tonosho, Shodoshima'],
  ['817-0001', 'Tsushima'],
  ['517-0005', 'Sakate, Toba'],
])('%s is a remote island: %s', (zip) => {
  expect(isRemoteIsland(zip)).toBe(true);
});

test.each([
  ['100-0001', 'Chiyoda, Tokyo'],
  ['900-0001', 'Naha, on Okinawa’s main island'],
  ['656-0021', 'Sumoto, Awaji, which has a bridge'],
  ['794-1304', 'Omishima, which has a bridge'],
  ['517-0011', 'Toba on the mainland'],
  ['100-01', 'no postal code'],
  ['', 'nothing'],
])('%s is none: %s', (zip) => {
  expect(isRemoteIsland(zip)).toBe(false);
});
