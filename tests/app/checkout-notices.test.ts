import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultNotices, noticeKinds, noticeTitles } from '../../web/contract/notices.ts';
import { checkoutOf } from '../support/checkout-buyers.ts';
import { clerkAtWork } from '../support/clerk-at-work.ts';

const clerk = clerkAtWork();
let checkout: ReturnType<typeof checkoutOf>;
beforeEach(() => {
  checkout = checkoutOf(clerk.running);
});

interface Notice {
  readonly key: string;
  readonly lines: readonly string[];
}

async function notices(language: 'ja' | 'en' = 'ja'): Promise<readonly Notice[]> {
  const answer = await checkout.post('look', { language });
  const view: { notices: Notice[] } = JSON.parse(await answer.text());
  return view.notices;
}

async function saved(change: object) {
  await clerk.running.changeSettings(change);
  await clerk.running.settled();
}

const { threeDsNotice, fraudNotice } = defaultNotices;

describe('a notice at the sample checkout', () => {
  it('is there in the buyer’s language once it is on, and gone once it is off', async () => {
    expect(await notices()).toEqual([]);
    await saved({ threeDsNotice: { ...threeDsNotice, enabled: true } });
    expect(await notices()).toEqual([{ key: 'three_ds_notice', lines: [threeDsNotice.ja] }]);
    expect(await notices('en')).toEqual([{ key: 'three_ds_notice', lines: [threeDsNotice.en] }]);
    await saved({
      threeDsNotice,
      fraudNotice: { enabled: true, ja: '一行目\n\n 二行目 ', en: '' },
    });
    expect(await notices()).toEqual([{ key: 'fraud_notice', lines: ['一行目', '二行目'] }]);
    expect(await notices('en')).toEqual([]);
  });

  it('shows the card first, and nothing that the app did not write', async () => {
    await saved({
      threeDsNotice: { ...threeDsNotice, enabled: true },
      fraudNotice: { ...fraudNotice, enabled: true },
    });
    expect((await notices()).map(({ key }) => key)).toEqual(['three_ds_notice', 'fraud_notice']);
    const { metafields } = clerk.running.store.store.state;
    for (const each of metafields.filter(({ key }) => key.endsWith('_notice'))) each.value = '{';
    expect(await notices()).toEqual([]);
  });
});

it('the sample checkout has the headings of the app’s own blocks', () => {
  const words = readFileSync('web/standin/checkout/words.js', 'utf8');
  for (const kind of noticeKinds) {
    expect(words).toContain(`'${noticeTitles[kind].ja}'`);
    expect(words).toContain(`'${noticeTitles[kind].en}'`);
  }
});
