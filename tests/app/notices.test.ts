import { expect, it } from 'vitest';
import type { Settings } from '../../web/contract/settings.ts';
import { startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { tempDatabase } from '../support/temp-database.ts';

const notice = (ja: string): Settings['fraudNotice'] => ({ enabled: true, ja, en: 'Notice' });

it('writes each notice to its own metafield, takes away what is switched off, and says so', async () => {
  const running = await startApp({ databaseUrl: tempDatabase().url });
  const { state } = running.store.store;
  const deployment = async () => (await running.call('GET', '/api/status')).body.deployment;
  try {
    await running.changeSettings({ threeDsNotice: notice('カード'), fraudNotice: notice('防止') });
    await running.settled();
    expect(state.metafields.map(({ key, value }) => [key, JSON.parse(value)])).toEqual([
      ['three_ds_notice', { ja: 'カード', en: 'Notice' }],
      ['fraud_notice', { ja: '防止', en: 'Notice' }],
    ]);
    expect(await deployment()).toMatchObject({
      threeDsNotice: 'deployed',
      fraudNotice: 'deployed',
    });
    await running.changeSettings({ threeDsNotice: { ...notice('カード'), enabled: false } });
    await running.settled();
    expect(state.metafields.map(({ key }) => key)).toEqual(['fraud_notice']);
    expect(await deployment()).toMatchObject({ threeDsNotice: 'off', fraudNotice: 'deployed' });
  } finally {
    await running.stop();
  }
});

it('writes the notice again for a shop that comes back', async () => {
  const clock = manualClock();
  const running = await startApp({ databaseUrl: tempDatabase().url, now: clock.now });
  const { state } = running.store.store;
  try {
    await running.changeSettings({ fraudNotice: notice('防止') });
    await running.settled();
    running.store.uninstall();
    await running.settled();
    state.metafields.splice(0);
    clock.advance(60_000);
    running.store.reinstall();
    await running.call('GET', '/api/today');
    await running.settled();
    expect(state.metafields.map(({ key }) => key)).toEqual(['fraud_notice']);
  } finally {
    await running.stop();
  }
});
