import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOutgoing } from '../../web/network/post-outside.ts';
import { type AlertReceiver, startAlertReceiver } from '../support/alert-receiver.ts';

let receiver: AlertReceiver;
beforeEach(async () => {
  receiver = await startAlertReceiver();
});
afterEach(() => receiver.stop());

const here = createOutgoing({ loopback: true, timeoutMs: 300 });
const inProduction = (addresses: readonly string[] = []) =>
  createOutgoing({ loopback: false, timeoutMs: 300, lookup: async () => addresses });

describe('a request to an address that a shop named', () => {
  it('arrives with its body and headers', async () => {
    expect(await here.post(`${receiver.url}/a?b=1`, '{"あ":1}', { 'x-test': 'yes' })).toEqual({
      ok: true,
    });
    expect(receiver.received).toMatchObject([
      { path: '/a?b=1', body: '{"あ":1}', headers: { 'x-test': 'yes' } },
    ]);
  });

  it.each([
    [500, {}, { problem: 'busy', permanent: false }],
    [429, { 'retry-after': '7' }, { problem: 'busy', permanent: false, retryAfterMs: 7000 }],
    [429, { 'retry-after': '999999' }, { problem: 'busy', retryAfterMs: 3_600_000 }],
    [404, {}, { problem: 'refused', permanent: true }],
    [302, { location: 'http://127.0.0.1:1/' }, { problem: 'redirect', permanent: true }],
  ])('that is answered by %i is told as such', async (status, headers, expected) => {
    receiver.answer({ status, headers });
    const outcome = await here.post(receiver.url, '{}', {});
    expect(outcome).toMatchObject({ ok: false, ...expected });
    expect(receiver.received).toHaveLength(1);
  });

  it('ends after its time, though nobody answers', async () => {
    receiver.answer('hang');
    expect(await here.post(receiver.url, '{}', {})).toMatchObject({ problem: 'timeout' });
    const slowNames = createOutgoing({
      loopback: false,
      timeoutMs: 50,
      lookup: () => new Promise(() => undefined),
    });
    expect(await slowNames.post('https://example.jp', '{}', {})).toMatchObject({
      problem: 'timeout',
    });
  });

  it('does not reach a closed port, and says so', async () => {
    const { url } = receiver;
    await receiver.stop();
    expect(await here.post(url, '{}', {})).toMatchObject({ problem: 'connection' });
    receiver = await startAlertReceiver();
  });

  it.each([
    'http://example.jp/',
    'ftp://example.jp/',
    'https://user:secret@example.jp/',
    'file:///etc/passwd',
    'not a url',
    '',
  ])('is refused where it is not https (%s)', async (url) => {
    expect(await inProduction(['203.0.113.5']).post(url, '{}', {})).toMatchObject({
      problem: 'url',
      permanent: true,
    });
  });

  it.each([
    ['127.0.0.1'],
    ['10.0.0.5'],
    ['172.16.3.4'],
    ['192.168.1.1'],
    ['169.254.169.254'],
    ['100.64.0.1'],
    ['0.0.0.0'],
    ['::1'],
    ['fe80::1'],
    ['fd00::1'],
    ['::ffff:10.0.0.1'],
    ['::ffff:127.0.0.1'],
    ['64:ff9b::a00:1'],
  ])('never leads to %s, by name or by number', async (address) => {
    expect(await inProduction([address]).post('https://hooks.example.jp/', '{}', {})).toMatchObject(
      {
        problem: 'private',
        permanent: true,
      },
    );
    const host = address.includes(':') ? `[${address}]` : address;
    expect(await inProduction().post(`https://${host}/`, '{}', {})).toMatchObject({
      problem: 'private',
    });
  });

  it('never leads to this machine in production', async () => {
    const { port } = new URL(receiver.url);
    for (const host of ['localhost', '127.0.0.1', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]']) {
      const outcome = await createOutgoing({ loopback: false, timeoutMs: 300 }).post(
        `https://${host}:${port}/`,
        '{}',
        {},
      );
      expect(outcome, host).toMatchObject({ problem: 'private' });
    }
    expect(receiver.received).toEqual([]);
  });

  it('goes in clear to this very machine only, even in a demo', async () => {
    const demo = createOutgoing({
      loopback: true,
      timeoutMs: 300,
      lookup: async () => ['93.184.216.34'],
    });
    expect(await demo.post('http://example.jp/', '{}', {})).toMatchObject({ problem: 'url' });
  });

  it('asks for the name once: a second answer changes nothing', async () => {
    let asked = 0;
    const { port } = new URL(receiver.url);
    const pinned = createOutgoing({
      loopback: true,
      timeoutMs: 300,
      lookup: async () => {
        asked += 1;
        return asked === 1 ? ['127.0.0.1'] : ['10.0.0.1'];
      },
    });
    expect(await pinned.post(`http://rebind.example.jp:${port}/`, '{}', {})).toEqual({ ok: true });
    expect(asked).toBe(1);
    expect(receiver.received[0]?.headers.host).toBe(`rebind.example.jp:${port}`);
  });
});
