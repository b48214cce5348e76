import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultNotices, noticeKinds, noticeSentences } from '../../web/contract/notices.ts';
import { missingSentences, withSentence } from '../../web/frontend/wording/notice-text.ts';
import { activateEmbedLink, addBlockLink } from '../../web/frontend/wording/theme-editor.ts';

const shop = 'example.myshopify.com';
const blocks = readdirSync(new URL('../../extensions/card-notice/blocks', import.meta.url));

describe('the links to the theme editor', () => {
  it('add a block of the extension to a template of the live theme', () => {
    for (const block of ['card-notice', 'fraud-notice'] as const) {
      const url = new URL(addBlockLink(shop, 'key', block, 'product'));
      expect(url.origin + url.pathname).toBe(`https://${shop}/admin/themes/current/editor`);
      expect(Object.fromEntries(url.searchParams)).toEqual({
        template: 'product',
        addAppBlockId: `key/${block}`,
        target: 'newAppsSection',
      });
      expect(blocks).toContain(`${block}.liquid`);
    }
  });

  it('switch on the embed of the extension', () => {
    const { searchParams } = new URL(activateEmbedLink(shop, 'key'));
    const name = searchParams.get('activateAppId')?.replace('key/', '');
    expect(blocks).toContain(`${name}.liquid`);
  });
});

describe('a sentence that a shop may add', () => {
  it.each(noticeKinds)('is offered for %s until both texts have it', (kind) => {
    let notice = defaultNotices[kind];
    const offered = missingSentences(kind, notice);
    expect(offered).toHaveLength(2);
    for (const id of offered) notice = { ...notice, ...withSentence(notice, noticeSentences[id]) };
    expect(missingSentences(kind, notice)).toEqual([]);
    for (const id of offered) {
      expect(notice.ja.split(noticeSentences[id].ja)).toHaveLength(2);
      expect(notice.en.split(noticeSentences[id].en)).toHaveLength(2);
    }
    expect(notice.ja.startsWith(defaultNotices[kind].ja)).toBe(true);
  });

  it('is not put twice into the text that has it already', () => {
    const { ja, en } = noticeSentences.family;
    expect(withSentence({ enabled: true, ja, en: '' }, noticeSentences.family)).toEqual({ ja, en });
  });
});

describe('the standard texts', () => {
  const texts = [...Object.values(defaultNotices), ...Object.values(noticeSentences)];

  it('fit, are off at first, and never accuse the reader', () => {
    for (const kind of noticeKinds) expect(defaultNotices[kind].enabled).toBe(false);
    for (const { ja, en } of texts) {
      expect(ja.length).toBeLessThan(500);
      expect(ja).not.toMatch(/犯罪|犯人|逮捕|あなたが|必ず通報/);
      expect(en).not.toMatch(/criminal|prosecut|you have committed|will report you/i);
    }
  });

  it('promise neither the police nor a cancellation as certain', () => {
    const { ja, en } = defaultNotices.fraudNotice;
    expect(ja).toMatch(/警察やカード会社に提供することがあります/);
    expect(ja).toMatch(/確認のうえキャンセルすることがあります/);
    expect(en).toMatch(/may provide them to the police/);
    expect(en).toMatch(/may be cancelled after we have checked/);
  });
});
