import { describe, expect, it } from 'vitest';
import { createTurns } from '../../web/jobs/turns.ts';

describe('turns', () => {
  function turnsOf(total: number) {
    const called: string[] = [];
    const turns = createTurns(total, (shop) => called.push(shop));
    return { turns, called };
  }

  it('gives whoever comes what it wants while there is room', () => {
    const { turns, called } = turnsOf(4);
    expect(turns.take('a', 3)).toBe(3);
    expect(turns.take('b', 3)).toBe(1);
    expect(called).toEqual([]);
  });

  it('calls those who wait one after the other, one place each', () => {
    const { turns, called } = turnsOf(2);
    turns.take('flood', 2);
    for (const shop of ['flood', 'b', 'c']) expect(turns.take(shop, 1)).toBe(0);
    turns.give('flood', 1);
    expect(called).toEqual(['flood']);
    expect(turns.take('flood', 5)).toBe(1);
    turns.give('flood', 1);
    turns.give('flood', 1);
    expect(called).toEqual(['flood', 'b', 'c']);
  });

  it('keeps a place for who was called, and gives it on where nothing is to be done', () => {
    const { turns, called } = turnsOf(1);
    turns.take('a', 1);
    turns.take('b', 1);
    turns.take('c', 1);
    turns.give('a', 1);
    expect(called).toEqual(['b']);
    // Not to be snatched by who comes now.
    expect(turns.take('d', 1)).toBe(0);
    turns.pass('b');
    expect(called).toEqual(['b', 'c']);
    expect(turns.take('c', 1)).toBe(1);
  });

  it('tells of room when a place is free that nobody waits for', async () => {
    const { turns } = turnsOf(1);
    turns.take('a', 1);
    let hasRoom = false;
    const room = turns.room().then(() => {
      hasRoom = true;
    });
    await Promise.resolve();
    expect(hasRoom).toBe(false);
    turns.give('a', 1);
    await room;
    expect(hasRoom).toBe(true);
  });

  it('never has more places out than there are, whatever comes', () => {
    const { turns, called } = turnsOf(5);
    const out = new Map<string, number>();
    const total = () => [...out.values()].reduce((sum, n) => sum + n, 0);
    for (let step = 0; step < 500; step += 1) {
      const shop = `shop ${(step * 7) % 9}`;
      const held = out.get(shop) ?? 0;
      if (step % 3 === 0 && held > 0) {
        out.set(shop, held - 1);
        turns.give(shop, 1);
      } else {
        out.set(shop, held + turns.take(shop, (step % 4) + 1));
      }
      for (const one of called.splice(0)) out.set(one, (out.get(one) ?? 0) + turns.take(one, 1));
      expect(total()).toBeLessThanOrEqual(5);
    }
  });
});
