import { staffSignal } from '../staff-signal.ts';

export const staffAddressVacantOrWarehouse = staffSignal({
  id: 'staff-address-vacant-or-warehouse',
  points: 20,
  checkItem: 'V2',
  text: {
    ja: {
      name: '地図では空き地・倉庫',
      reason: '地図では空き地・倉庫・空き室です。',
      caution: '地図の写真が古いことがあります。',
    },
    en: {
      name: 'Vacant on the map',
      reason: 'The map shows a vacant lot, a warehouse or a vacant unit.',
      caution: 'The picture may be old.',
    },
  },
});
