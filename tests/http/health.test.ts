import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../web/metrics.ts';
import { startApp } from './support/start-app.ts';

const token = 'a-long-metrics-token';

describe('health', () => {
  it('is alive though the database is not', async () => {
    const { get, useCases } = await startApp();
    useCases.fault = new Error('no database');
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(503);
  });

  it('is ready while database and queue are reachable', async () => {
    const { get, useCases } = await startApp();
    expect((await get('/readyz')).status).toBe(200);
    useCases.ready = false;
    expect((await get('/readyz')).status).toBe(503);
  });

  it.each(['/nothing', '/api', '/.env', '/assets/'])('has nothing at %s', async (path) => {
    const { get } = await startApp();
    expect([401, 404]).toContain((await get(path)).status);
  });
});

describe('GET /metrics', () => {
  it('is open on loopback', async () => {
    const { get } = await startApp();
    await get('/healthz');
    const answer = await get('/metrics');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(await answer.text()).toContain(
      'sekisho_http_request_seconds_count{route="/healthz",method="GET",status="200"} 1',
    );
  });

  it.each([
    ['an unknown proxy forwarded it', false, { 'x-forwarded-for': '203.0.113.9' }],
    ['an unknown proxy forwarded it in the newer header', false, { forwarded: 'for=127.0.0.1' }],
    ['the real client is elsewhere', 1, { 'x-forwarded-for': '203.0.113.9' }],
    ['a client says that it is loopback', 1, { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' }],
    ['a trusted list forwards it', ['loopback'], { 'x-forwarded-for': '203.0.113.9' }],
  ] as const)('answers 404 when %s', async (_why, trustProxy, headers) => {
    const { get } = await startApp({ trustProxy });
    expect((await get('/metrics', headers)).status).toBe(404);
  });

  it('is open to a real client on loopback behind a trusted proxy', async () => {
    const { get } = await startApp({ trustProxy: 1 });
    expect((await get('/metrics', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(200);
  });

  it('is open anywhere with the token, and not with another', async () => {
    const { get } = await startApp({ trustProxy: 1, metricsToken: token });
    const from = { 'x-forwarded-for': '203.0.113.9' };
    expect((await get('/metrics', { ...from, authorization: `Bearer ${token}` })).status).toBe(200);
    expect((await get('/metrics', { ...from, authorization: 'Bearer other' })).status).toBe(404);
    expect((await get('/metrics', from)).status).toBe(404);
  });

  it('never has the empty token where none is set', async () => {
    const { get } = await startApp({ trustProxy: 1 });
    const headers = { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer null' };
    expect((await get('/metrics', headers)).status).toBe(404);
  });

  it('shows queue and watchdog as they are at the scrape, and keeps the last figures', async () => {
    const metrics = createMetrics();
    let waiting = 3;
    metrics.watchQueue(async () => {
      if (waiting < 0) throw new Error('database gone');
      return { waiting, failed: 2, oldestSeconds: 12 };
    });
    metrics.watchWatchdog(async () => ({ flaggedNotHeld: 1, heldWithoutCase: 4 }));
    const { get } = await startApp({ metrics });
    const first = await (await get('/metrics')).text();
    expect(first).toContain('sekisho_queue_waiting 3');
    expect(first).toContain('sekisho_queue_failed 2');
    expect(first).toContain('sekisho_queue_oldest_seconds 12');
    expect(first).toContain('sekisho_watchdog_flagged_not_held 1');
    expect(first).toContain('sekisho_watchdog_held_without_case 4');
    waiting = -1;
    expect(await (await get('/metrics')).text()).toContain('sekisho_queue_waiting 3');
  });

  it('counts what the app does', async () => {
    const metrics = createMetrics();
    metrics.orderJudged('high', 'act');
    metrics.effectApplied('hold', 'done');
    metrics.actionEnded('cancel', 'done');
    metrics.shopifyRequest({ operation: 'order', result: 'ok', points: 34, seconds: 0.1 });
    metrics.taskEnded({ kind: 'handle-webhook', result: 'done', seconds: 0.1 });
    const { text } = await metrics.render();
    expect(text).toContain('sekisho_orders_judged_total{level="high",mode="act"} 1');
    expect(text).toContain('sekisho_effects_total{kind="hold",result="done"} 1');
    expect(text).toContain('sekisho_actions_total{kind="cancel",state="done"} 1');
    expect(text).toContain('sekisho_shopify_points_total{operation="order"} 34');
    expect(text).toContain('sekisho_task_seconds_count{kind="handle-webhook",result="done"} 1');
  });
});
