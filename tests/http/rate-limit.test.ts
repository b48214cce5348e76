import { describe, expect, it } from 'vitest';
import { createAddressLimit } from '../../web/http/middleware/rate-limit.ts';
import { manualClock } from '../support/clock.ts';
import { startApp } from './support/start-app.ts';

describe('the limit on callers who have not shown who they are', () => {
  it('counts each address apart and starts anew with the next window', () => {
    const clock = manualClock();
    const limit = createAddressLimit({ limit: 2, windowMs: 60_000, now: clock.now });
    expect(limit.take('a')).toBeNull();
    expect(limit.take('a')).toBeNull();
    clock.advance(45_500);
    expect(limit.take('a')).toBe(15);
    expect(limit.take('b')).toBeNull();
    clock.advance(14_500);
    expect(limit.take('a')).toBeNull();
  });

  it('forgets rather than fill the memory', () => {
    const limit = createAddressLimit({ limit: 1, windowMs: 60_000, now: () => 0 });
    for (let index = 0; index < 50_000; index += 1) limit.take(`address-${index}`);
    expect(limit.take('address-0')).toBeNull();
  });

  it('stops an address that guesses tokens, and neither staff nor webhooks nor health', async () => {
    const publicLimit = createAddressLimit({ limit: 3, windowMs: 60_000, now: () => 0 });
    const { call, get, origin } = await startApp({ publicLimit });
    const guess = { token: { secret: 'guess' } };
    const statuses = [];
    for (let tries = 0; tries < 5; tries += 1) {
      statuses.push((await call('GET', '/api/me', guess)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await call('GET', '/api/me')).status).toBe(200);
    expect((await get('/healthz')).status).toBe(200);
    expect((await fetch(`${origin}/api/webhooks`, { method: 'POST' })).status).toBe(401);
  });
});
