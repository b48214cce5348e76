import { describe, expect, it } from 'vitest';
import { alertChannels, alertProblems } from '../../web/contract/alerts.ts';
import { alertKinds as kindsOfContract } from '../../web/contract/staff-settings.ts';
import {
  addressesOf,
  alertKinds,
} from '../../web/frontend/components/settings/alerts/alert-kinds.ts';
import ja from '../../web/frontend/locales/settings.ja.json' with { type: 'json' };
import { alertWords } from '../../web/usecases/alerts/alert-words.ts';

describe('the words of the contract that the settings repeat', () => {
  it('are all of them, in the same order', () => {
    expect(alertKinds).toEqual(kindsOfContract);
  });

  it('each have a sentence, on the page and in what is sent', () => {
    const { alerts } = ja.settings;
    expect(Object.keys(alerts.kind).sort()).toEqual([...kindsOfContract, 'digest'].sort());
    expect(Object.keys(ja.alertProblem).sort()).toEqual([...alertProblems].sort());
    expect(Object.keys(alerts.testSent).sort()).toEqual([...alertChannels].sort());
    for (const channel of alertChannels) expect(alerts).toHaveProperty(channel);
    for (const locale of ['ja', 'en'] as const) {
      for (const kind of kindsOfContract) {
        expect(alertWords[locale].title[kind]('#1001', 3)).not.toBe('');
        expect(alertWords[locale].next[kind]).not.toBe('');
      }
    }
  });
});

describe('what is typed as addresses', () => {
  it.each([
    ['a@example.jp', ['a@example.jp']],
    ['a@example.jp\nb@example.jp', ['a@example.jp', 'b@example.jp']],
    [
      ' a@example.jp、b@example.jp,  c@example.jp ',
      ['a@example.jp', 'b@example.jp', 'c@example.jp'],
    ],
    ['', []],
    ['\n \n', []],
  ])('%j is %j', (text, addresses) => {
    expect(addressesOf(text)).toEqual(addresses);
  });
});
