import { describe, expect, it } from 'vitest';
import type { Locale } from '../../web/contract/level.ts';
import { dataSources } from '../../web/japan/data-sources.ts';
import { about } from '../../web/usecases/pages/about.ts';
import type { IpCountryData } from '../../web/usecases/ports/ip-country-port.ts';

const countries: IpCountryData = { packaged: true, type: 'country ipvAll', date: '2026-06-17' };

function tellOn(date: string, data: IpCountryData | null = countries, locale: Locale = 'ja') {
  const now = () => Date.parse(date);
  const answer = about({ version: '1.2.3', now, ipCountry: { data: () => data } }, { locale });
  const one = (id: string) => answer.data.find((row) => row.id === id);
  return { ...answer, one };
}

describe('GET /api/about tells of every set of data', () => {
  it('once, with the version, in both languages', () => {
    const ja = tellOn('2026-11-22T09:00:00+09:00');
    const en = tellOn('2026-11-22T09:00:00+09:00', countries, 'en');
    expect(ja.version).toBe('1.2.3');
    const ids = [...dataSources.map(({ id }) => id), 'countries'];
    expect(ja.data.map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    for (const row of ja.data) expect(row.name + row.note).toMatch(/[ぁ-ゖ一-龯]/);
    for (const row of en.data) expect(row.name + row.note).not.toMatch(/[ぁ-ゖ]/);
  });

  it('with its age in whole days', () => {
    expect(tellOn('2026-04-16T23:59:59Z').one('postal-codes')).toMatchObject({
      date: '2026-04-06',
      ageDays: 10,
      old: false,
      note: '郵便番号と住所を照らし合わせます。',
    });
    expect(tellOn('2026-04-01T00:00:00Z').one('postal-codes')?.ageDays).toBe(0);
  });

  it('and, once it is old, what that does to judgements', () => {
    const [young, old] = ['2027-04-05', '2027-04-06'].map((d) => tellOn(d).one('postal-codes'));
    expect([young?.old, old?.old]).toEqual([false, true]);
    expect(old?.note).toContain('新しい郵便番号');
  });

  it('without a date where its makers give none: that is neither old nor young', () => {
    expect(tellOn('2040-01-01').one('names')).toMatchObject({
      date: null,
      ageDays: null,
      old: false,
    });
  });

  it('and links licences by https only', () => {
    for (const { licence, licenceUrl } of tellOn('2026-11-22').data) {
      if (licence === '–') expect(licenceUrl).toBeNull();
      else expect(licenceUrl).toMatch(/^https:\/\//);
    }
  });
});

describe('the countries of addresses', () => {
  it('name the registries, and say that the packaged file has errors', () => {
    const row = tellOn('2026-11-22', countries, 'en').one('countries');
    expect(row).toMatchObject({ date: '2026-06-17', ageDays: 158, licence: 'CC0 1.0, CC BY 4.0' });
    expect(row?.source).toContain('NRO');
    expect(row?.note).toContain('errors');
  });

  it('are old after half a year', () => {
    expect(tellOn('2026-12-14').one('countries')).toMatchObject({ ageDays: 180, old: true });
  });

  it('name the operator’s own file by its type', () => {
    const own = { packaged: false, type: 'GeoLite2-Country', date: '2026-11-20' };
    expect(tellOn('2026-11-22', own).one('countries')).toMatchObject({
      source: 'GeoLite2-Country',
      licenceUrl: null,
      ageDays: 2,
    });
  });

  it('that are switched off are told as unknown', () => {
    const row = tellOn('2026-11-22', null).one('countries');
    expect(row).toMatchObject({ date: null, ageDays: null, old: false });
    expect(row?.note).toContain('未確認');
  });
});
