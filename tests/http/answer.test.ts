import { describe, expect, it } from 'vitest';
import type { AnswerView } from '../../web/contract/answer-page.ts';
import { createAddressLimit } from '../../web/http/middleware/rate-limit.ts';
import { startApp } from './support/start-app.ts';

const question: Exclude<AnswerView, { kind: 'gone' }> = {
  kind: 'question',
  language: 'ja',
  order: '#1001',
  goods: [{ title: '抹茶 40g', quantity: 2 }],
  shop: {
    name: 'れいだい商店',
    phone: '03-1234-5601',
    hours: '10:00〜17:00',
    closed: '土日',
    mail: 'shop@example.jp',
  },
  answer: null,
};
const token = 'k3'.repeat(20);

async function withLink(view: AnswerView = question) {
  const app = await startApp();
  app.useCases.links.set(token, view);
  const read = async (query = '', headers: Record<string, string> = {}) =>
    (await app.get(`/a/${token}${query}`, headers)).text();
  const post = (body: string, query = '', type = 'application/x-www-form-urlencoded') =>
    fetch(`${app.origin}/a/${token}${query}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
      redirect: 'manual',
    });
  return { ...app, read, post };
}

describe('the page of the link in a mail', () => {
  it('shows number and goods of the order and asks, without a login', async () => {
    const { get } = await withLink();
    const answer = await get(`/a/${token}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await answer.text();
    for (const part of ['#1001', '抹茶 40g', '2点', '注文しました', '注文していません']) {
      expect(html).toContain(part);
    }
    expect(html).toMatch(/^<!doctype html>\n<html lang="ja">/);
  });

  it('lets in no script, no frame, no search engine and no other origin, and says where it was to none', async () => {
    const { get, read } = await withLink();
    const { headers } = await get(`/a/${token}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]+=*'; form-action 'self'/);
    expect(policy).toContain("base-uri 'none'; frame-ancestors 'none'");
    expect(policy).not.toMatch(/script|unsafe|http/);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('set-cookie')).toBeNull();
    expect(await read()).not.toMatch(/<script|onclick|javascript:|style="/i);
  });

  it('changes nothing however often GET and HEAD come', async () => {
    const { get, origin, useCases } = await withLink();
    await get(`/a/${token}`);
    await get(`/a/${token}?answer=ordered`);
    await fetch(`${origin}/a/${token}?answer=not-ordered`, { method: 'HEAD' });
    expect(useCases.linkAnswers).toEqual([]);
  });

  it('takes the answer of the button and goes back to the page', async () => {
    const { post, read, useCases } = await withLink();
    const answer = await post('answer=not-ordered');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/a/${token}?lang=ja`);
    expect(useCases.linkAnswers).toEqual([{ token, answer: 'not-ordered' }]);
    expect(await read()).toContain('「注文していません」とお店にお伝えしました');
  });

  it('lets the first answer stand and shows it', async () => {
    const { post, read, useCases } = await withLink();
    await post('answer=ordered');
    expect((await post('answer=not-ordered')).status).toBe(303);
    expect(useCases.linkAnswers).toHaveLength(1);
    expect(await read()).toContain('「注文しました」とお店にお伝えしました');
  });

  it.each([
    ['', 'application/x-www-form-urlencoded'],
    ['answer=yes', 'application/x-www-form-urlencoded'],
    ['answer=ordered&answer=not-ordered', 'application/x-www-form-urlencoded'],
    ['answer[]=ordered', 'application/x-www-form-urlencoded'],
    ['{"answer":"ordered"}', 'application/json'],
    ['answer=ordered', 'text/plain'],
  ])('takes %j (%s) for no answer', async (body, type) => {
    const { post, useCases } = await withLink();
    expect((await post(body, '', type)).status).toBe(303);
    expect(useCases.linkAnswers).toEqual([]);
  });

  it('does not read a body that no form of ours has', async () => {
    const { post, useCases } = await withLink();
    expect((await post(`answer=ordered&x=${'y'.repeat(2000)}`)).status).toBe(413);
    expect(useCases.linkAnswers).toEqual([]);
  });

  it('speaks the mail’s language, or the one that the reader chose, and keeps it', async () => {
    const english = await withLink({ ...question, language: 'en' });
    expect(await english.read('', { 'accept-language': 'ja' })).toContain('I ordered this');
    expect(await english.read('?lang=ja')).toContain('注文しました');
    expect(await english.read('?lang=ja')).toContain('action="?lang=ja"');
    const answer = await english.post('answer=ordered', '?lang=ja');
    expect(answer.headers.get('location')).toBe(`/a/${token}?lang=ja`);
    expect(await english.read('?lang=fr')).toContain('<html lang="en">');
  });

  it('escapes whatever an order or a shop is called', async () => {
    const evil = `"><script>alert('x')</script>&<b>`;
    const shop = { name: evil, phone: evil, hours: evil, closed: evil, mail: evil };
    const goods = [{ title: evil, quantity: 1 }];
    for (const kind of ['question', 'answered', 'cancelled'] as const) {
      const { read } = await withLink({ ...question, kind, order: evil, goods, shop });
      const html = await read();
      expect(html).not.toMatch(/<script|<b>|="">/);
      expect(html).toContain(
        '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&lt;b&gt;',
      );
    }
  });

  it.each([
    ['shipped', '発送されています'],
    ['cancelled', 'キャンセルされています'],
    ['confirmed', '確認は終わっています'],
  ] as const)('says calmly that the order is %s, and asks nothing', async (kind, sentence) => {
    const { read } = await withLink({ ...question, kind });
    const html = await read();
    expect(html).toContain(sentence);
    expect(html).not.toContain('<form');
    expect(html).toContain('href="tel:0312345601"');
    expect(html).toContain('href="mailto:shop@example.jp"');
  });

  it('is the same page for every link that does not open', async () => {
    const { get } = await startApp();
    const pages = await Promise.all(
      [token, 'x', '0'.repeat(40), '%2e%2e', 'あ', `${token}%0d%0ax`].map(async (one) => {
        const answer = await get(`/a/${encodeURI(one)}`);
        return [answer.status, await answer.text(), answer.headers.get('content-security-policy')];
      }),
    );
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
    expect(pages[0]?.[0]).toBe(404);
    expect(pages[0]?.[1]).toContain('メールに書かれているお店の連絡先');
  });

  it('answers a POST to such a link with that page too', async () => {
    const { origin } = await startApp();
    const answer = await fetch(`${origin}/a/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'ordered' }),
    });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('このページは表示できません');
  });

  it('asks who opens too many links to wait, in words', async () => {
    const answerLimit = createAddressLimit({ limit: 2, windowMs: 60_000, now: () => 0 });
    const { get } = await startApp({ answerLimit });
    await get(`/a/${token}`);
    await get(`/a/${token}`);
    const answer = await get(`/a/${token}`, { 'accept-language': 'en' });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('60');
    expect(await answer.text()).toContain('Please wait a minute');
  });

  it('writes no link into the log', async () => {
    const { get, post, logged } = await withLink();
    await get(`/a/${token}`);
    await post('answer=ordered');
    expect(logged.join('')).toContain('/a/:token');
    expect(logged.join('')).not.toContain(token);
  });
});
