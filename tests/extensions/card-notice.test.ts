import { describe, expect, it } from 'vitest';
import { defaultNotices, noticeKeys, noticeTitles } from '../../web/contract/notices.ts';
import { type Page, renderBlock } from './support/liquid-theme.ts';

const { threeDsNotice, fraudNotice } = defaultNotices;
const metafields = {
  three_ds_notice: { ja: threeDsNotice.ja, en: threeDsNotice.en },
  fraud_notice: { ja: fraudNotice.ja, en: fraudNotice.en },
};
const blocks = [
  { block: 'card-notice', kind: 'threeDsNotice' },
  { block: 'fraud-notice', kind: 'fraudNotice' },
] as const;
const card = (ja: unknown, page: Page = {}) =>
  renderBlock('card-notice', { ...page, metafields: { three_ds_notice: { ja, en: 'Text' } } });
const count = (html: string, part: string) => html.split(part).length - 1;

describe.each(blocks)('the block $block', ({ block, kind }) => {
  it('shows its own text under its own heading, as a region with a name', () => {
    const html = renderBlock(block, { metafields });
    expect(html).toContain(metafields[noticeKeys[kind]].ja);
    expect(html).toContain(`>${noticeTitles[kind].ja}</h2>`);
    const [, label] = /<section[^>]*aria-labelledby="([^"]+)"/s.exec(html) ?? [];
    expect(html).toContain(`<h2 class="sekisho-notice__title" id="${label}">`);
    expect(count(html, '<section')).toBe(1);
  });

  it('follows the buyer’s language: Japanese for ja, English for every other', () => {
    for (const locale of ['en', 'en-GB', 'fr', 'zh-TW']) {
      const html = renderBlock(block, { metafields, locale });
      expect(html).toContain('lang="en"');
      expect(html).toContain(`>${noticeTitles[kind].en}</h2>`);
      expect(html).toContain(metafields[noticeKeys[kind]].en.replaceAll("'", '&#39;'));
      expect(html).not.toMatch(/[ぁ-ん]/);
    }
    expect(renderBlock(block, { metafields, locale: 'ja' })).toContain('lang="ja"');
  });

  it('shows nothing while the notice is off, and nothing of the other notice', () => {
    expect(renderBlock(block).trim()).toBe('');
    const other = kind === 'fraudNotice' ? 'three_ds_notice' : 'fraud_notice';
    const html = renderBlock(block, { metafields: { [other]: metafields[other] } });
    expect(html.trim()).toBe('');
  });
});

describe('a text of the merchant’s', () => {
  it('shows nothing where it is empty in the buyer’s language', () => {
    expect(card('').trim()).toBe('');
    expect(card(' \n\t ').trim()).toBe('');
    expect(card('', { locale: 'en' })).toContain('>Text</p>');
  });

  it.each([
    '<script>alert(1)</script>',
    '</p></section><img src=x onerror="alert(1)">',
    "' onmouseover='alert(1)",
    '{{ shop.metafields | json }}{% render "notice" %}',
    '<!-- --> &lt;b&gt; ]]>',
  ])('is text and never markup: %s', (hostile) => {
    const html = card(hostile);
    const [, inside = ''] = /<p class="sekisho-notice__text">([\s\S]*?)<\/p>/.exec(html) ?? [];
    expect(inside).not.toMatch(/[<>"']/);
    expect(count(html, '<')).toBe(6);
    const shown = inside
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#34;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    expect(shown).toBe(hostile);
  });

  it('keeps its lines', () => {
    expect(card('一行目\n二行目')).toContain('>一行目\n二行目</p>');
  });

  it.each([
    ['a list', ['x']],
    ['a text', '<b>x</b>'],
    ['nothing', null],
    ['a number', 7],
  ])('of which %s was stored shows nothing', (_name, value) => {
    const html = renderBlock('card-notice', { metafields: { three_ds_notice: value } });
    expect(html.trim()).toBe('');
  });
});

describe('the look', () => {
  it('is the frame and the size that the merchant chose, and changes no word', () => {
    const framed = card('文', { settings: { text_size: 'small', frame: true } });
    const plain = card('文', { settings: { text_size: 'normal', frame: false } });
    expect(framed).toContain('sekisho-notice--small sekisho-notice--frame');
    expect(plain).not.toContain('--frame');
    const words = (html: string) => html.replaceAll(/<[^>]*>/g, '').trim();
    expect(words(framed)).toBe(words(plain));
  });

  it('is that of the theme where a setting is missing or strange', () => {
    expect(card('文', { settings: {} })).toContain('sekisho-notice--normal');
    expect(card('文', { settings: { text_size: '"><b>' } })).not.toContain('<b>');
  });
});

describe('the embed', () => {
  const embed = (page: Page) => renderBlock('notice-embed', { metafields, ...page });

  it.each(['cart', 'product'])('shows both notices at the foot of a %s page', (pageType) => {
    const html = embed({ pageType });
    expect(html.indexOf(threeDsNotice.ja)).toBeGreaterThan(0);
    expect(html.indexOf(fraudNotice.ja)).toBeGreaterThan(html.indexOf(threeDsNotice.ja));
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it.each(['index', 'collection', 'page', 'customers/account'])(
    'leaves %s pages alone',
    (pageType) => {
      expect(embed({ pageType }).trim()).toBe('');
    },
  );

  it('shows only what is on', () => {
    const html = renderBlock('notice-embed', {
      metafields: { fraud_notice: metafields.fraud_notice },
    });
    expect(count(html, '<section')).toBe(1);
    expect(renderBlock('notice-embed').trim()).toBe('');
  });
});
