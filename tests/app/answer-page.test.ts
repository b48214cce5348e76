import { describe, expect, it } from 'vitest';
import { answerLink } from '../../web/usecases/contact/answer-link.ts';
import { domain } from '../support/app-on-stand-in.ts';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { cardThief, codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const day = 86_400_000;

/** The path of a link as a mail would carry it. */
async function linkOf(orderId: string, change: { shop?: string; days?: number } = {}) {
  const { app } = clerk.running;
  const link = await answerLink(
    app.storage.read,
    { appUrl: clerk.running.origin },
    {
      shop: change.shop ?? domain,
      orderId,
      expiresAt: clerk.clock.now() + (change.days ?? 14) * day,
      language: 'ja',
    },
  );
  return link;
}

const page = async (link: string) => (await fetch(link)).text();

async function press(link: string, answer: string): Promise<string> {
  const done = await fetch(link, { method: 'POST', body: new URLSearchParams({ answer }) });
  await clerk.running.settled();
  return done.text();
}

const letReleaseByAnswer = async () => {
  const { body } = await clerk.running.call('GET', '/api/settings');
  await clerk.running.changeSettings({ contact: { ...body.contact, releaseOnAnswer: true } });
};

describe('the page by which a buyer answers', () => {
  it('shows number and goods of the order and nothing else that it knows of the buyer', async () => {
    const id = await clerk.arrived(codPrank);
    const html = await page(await linkOf(id));
    expect(html).toContain((await clerk.read(id)).name);
    expect(html).toContain('ハンドソープ詰替');
    expect(html).toContain('12点');
    for (const secret of [
      '例示',
      '太郎',
      'reidai',
      '1234',
      '神宮前',
      '060',
      '6500',
      '6,500',
      '代',
    ]) {
      expect(html.replace(/<style>[\s\S]*<\/style>/, '')).not.toContain(secret);
    }
  });

  it('changes nothing when it is only opened, as mail scanners do', async () => {
    const id = await clerk.arrived(codPrank);
    const before = await clerk.read(id);
    const link = await linkOf(id);
    await page(link);
    await fetch(link, { method: 'HEAD' });
    await clerk.running.settled();
    expect(await clerk.read(id)).toEqual(before);
  });

  it('keeps 注文しました with the order, tells who said it, and leaves the decision to staff', async () => {
    const id = await clerk.arrived(codPrank);
    const html = await press(await linkOf(id), 'ordered');
    expect(html).toContain('「注文しました」とお店にお伝えしました');
    const order = await clerk.read(id);
    expect(order.state).toBe('held');
    expect(order.audit.find(({ what }) => what === 'contact-answered-ordered')).toMatchObject({
      byKind: 'buyer',
      details: { via: 'link' },
    });
  });

  it('lets the first answer stand', async () => {
    const id = await clerk.arrived(codPrank);
    const link = await linkOf(id);
    await press(link, 'ordered');
    const first = await clerk.read(id);
    expect(await press(link, 'not-ordered')).toContain('「注文しました」とお店にお伝えしました');
    expect(await clerk.read(id)).toEqual(first);
  });

  it('releases by itself where the shop lets it and nothing but ordinary reasons hold the order', async () => {
    await letReleaseByAnswer();
    const id = await clerk.arrived(codPrank);
    expect((await clerk.read(id)).state).toBe('held');
    await press(await linkOf(id), 'ordered');
    expect((await clerk.read(id)).state).toBe('released');
  });

  it('never releases by itself what has a floor: whoever stole the card has the mailbox', async () => {
    await letReleaseByAnswer();
    const id = await clerk.arrived(cardThief);
    expect((await clerk.read(id)).state).toBe('held');
    await press(await linkOf(id), 'ordered');
    expect((await clerk.read(id)).state).toBe('held');
  });

  it('protects somebody who did not order, makes the order high and keeps it held', async () => {
    const id = await clerk.arrived(codPrank);
    const html = await press(await linkOf(id), 'not-ordered');
    expect(html).toContain('「注文していません」とお店にお伝えしました');
    const order = await clerk.read(id);
    expect(order).toMatchObject({ level: 'high', state: 'held' });
    const { entries } = (await clerk.running.call('GET', '/api/lists?kind=protected')).body;
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ kind: 'protected', order: { id } });
  });

  it('says neutrally that an order is cancelled, and asks nothing any more', async () => {
    const id = await clerk.arrived(codPrank);
    const link = await linkOf(id);
    await clerk.click(id, 'cancel');
    await clerk.windowPasses();
    const html = await page(link);
    expect(html).toContain('このご注文はキャンセルされています');
    expect(html).not.toContain('<form');
    expect(await press(link, 'ordered')).toContain('このご注文はキャンセルされています');
    const { audit } = await clerk.read(id);
    expect(audit.filter(({ what }) => what.startsWith('contact-answered'))).toEqual([]);
  });

  it('asks nothing where staff have decided, and does not show what they heard', async () => {
    const id = await clerk.arrived(codPrank);
    const link = await linkOf(id);
    await clerk.click(id, 'approve', { note: '電話で本人確認' });
    await clerk.running.settled();
    const html = await page(link);
    expect(html).toContain('このご注文の確認は終わっています');
    expect(html).not.toContain('本人確認');
  });

  it('is one and the same for a changed link, an old one, and an order that is not there', async () => {
    const id = await clerk.arrived(ordinaryOrder);
    const link = await linkOf(id);
    const changed = link.slice(0, -1) + (link.endsWith('0') ? '1' : '0');
    const gone = [changed, await linkOf('999'), await linkOf(id, { days: -1 })];
    const pages = await Promise.all(gone.map(page));
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('このページは表示できません');
    clerk.clock.advance(15 * day);
    expect(await page(link)).toBe(pages[0]);
  });

  it('ends with the app on the shop', async () => {
    const id = await clerk.arrived(codPrank);
    const link = await linkOf(id);
    await clerk.running.app.storage.write((tx) =>
      tx.shops.update(domain, { state: 'uninstalled' }),
    );
    expect(await page(link)).toContain('このページは表示できません');
  });

  it('takes two presses at the same moment for one answer', async () => {
    const id = await clerk.arrived(codPrank);
    const link = await linkOf(id);
    const pages = await Promise.all([press(link, 'ordered'), press(link, 'not-ordered')]);
    const { audit } = await clerk.read(id);
    const answers = audit.filter(({ what }) => what.startsWith('contact-answered'));
    expect(answers).toHaveLength(1);
    expect(pages[0]).toBe(pages[1]);
  });
});
