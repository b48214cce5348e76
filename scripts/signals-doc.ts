import type { WordKind } from '../web/risk/own-words.ts';
import { groupCaps } from '../web/risk/score.ts';
import type { Signal, SignalGroup } from '../web/risk/signal.ts';

const groups: readonly (readonly [SignalGroup, string])[] = [
  ['list', 'Past fraud'],
  ['contents', 'What was ordered'],
  ['ship-to', 'Where it goes'],
  ['address', 'Whether the address fits together'],
  ['name', 'Who ordered'],
  ['phone', 'Phone'],
  ['email', 'E-mail'],
  ['payment', 'Payment'],
  ['card', 'Card'],
  ['ip', 'Network'],
  ['velocity', 'Many orders in a short time'],
  ['weak', 'Weak hints'],
  ['reassurance', 'What reassures'],
  ['staff', 'What staff found'],
];

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\{(\w+)(?::\w+)?\}/g, '‹$1›');

function rowOf({ id, points, counts, checkItem, floor, text }: Signal): string {
  const cells = [
    `\`${id}\``,
    `${text.ja.name}<br>${text.en.name}`,
    String(points),
    counts ? checkItem : '–',
    floor ?? '–',
    `${text.ja.reason}<br>${text.en.reason}`,
    `${text.ja.caution}<br>${text.en.caution}`,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function sectionOf(group: SignalGroup, title: string, signals: readonly Signal[]): string[] {
  const cap = groupCaps[group];
  return [
    `## ${title}${cap ? ` (together at most ${cap} points)` : ''}`,
    '',
    '| id | name | points | check item | at least | reason | what speaks against alarm |',
    '|---|---|---|---|---|---|---|',
    ...signals.filter((signal) => signal.group === group).map(rowOf),
    '',
  ];
}

/** What a shop's own rows do, by their key in `judgement.words`. */
const wordKinds: Readonly<Record<WordKind, string>> = {
  forwarders:
    'A name found in the address, the company or the names; a row that is an address with its house number is compared as one, in any spelling (a row with a room: that room alone, a row without its prefecture: in any).',
  shortStay: 'Weekly and monthly apartments, holiday lets: found in the address or the company.',
  hotels: 'Found in the address or the company.',
  resaleGoods:
    'A word in the title of goods, from a unit price in the shop’s currency; 0: at any price. Katakana and Latin words are found whole only.',
  urgent: 'Found in the note; 「急ぎではありません」 and the like do not press.',
  freeMail:
    'Mail domains, and those below them, that count as free mail here; those that are thrown away after use stay what they are.',
};

const isSettable = ({ parameters = [] }: Signal) => parameters.length > 0;

const parameterRows = ({ id, parameters = [] }: Signal): string[] =>
  parameters.map(({ key, ja, en, unit, min, max, default: usual }) => {
    const cells = [`\`${id}.${key}\``, `${ja}<br>${en}`, unit, `${min} – ${max}`, String(usual)];
    return `| ${cells.map(cell).join(' | ')} |`;
  });

function settingsSection(signals: readonly Signal[]): string[] {
  const fedBy = (kind: string) =>
    signals.filter(({ words }) => words === kind).map(({ id }) => `\`${id}\``);
  return [
    '## What a shop can set',
    '',
    'Of every signal: on or off, points, whether it counts (`judgement.signals`). The presets change some of',
    'them, the shop’s own settings go before the preset; without any, everything is as in the tables above.',
    'These numbers of the rules (`judgement.parameters`); counts and times are whole numbers:',
    '',
    '| number | what it says | unit | from – to | default |',
    '|---|---|---|---|---|',
    ...signals.filter(isSettable).flatMap(parameterRows),
    '',
    'Rows of its own beside those that the app brings (`judgement.words`). They are letters, never patterns;',
    'full width, half width and capitals are one, and a Latin word is found whole only:',
    '',
    '| rows | feed | how they are found |',
    '|---|---|---|',
    ...Object.entries(wordKinds).map(
      ([kind, how]) => `| \`${kind}\` | ${fedBy(kind).join(', ')} | ${how} |`,
    ),
    '',
    'Beside them: `coldStartThreshold` (yen; high value until the shop has 20 orders of its own),',
    '`binCountries` (first digits of cards and their issuer’s country, for `card-overseas-issued`), `homeCountry`,',
    '`allCards3ds`. A signal that hit more than 40 % of the last 500 orders says little in that shop: it keeps',
    '30 % of its points and does not count. That guard is for `resale-prone-goods`; `guardAllSignals` extends it to',
    'all but those with an entry under "at least", the lists, what staff found and what reassures.',
    '',
  ];
}

/** docs/signals.md, from the registry alone: `npm run docs` writes it, a test compares it. */
export function signalsDocument(signals: readonly Signal[]): string {
  const sections = groups.flatMap(([group, title]) => sectionOf(group, title, signals));
  return [
    '# Signals',
    '',
    'Written by `npm run docs` from `web/risk/signals`; do not edit it by hand.',
    '',
    `${signals.length} signals. Each says hit, no hit or not known; what is not known neither alarms nor`,
    'reassures. A check item counts once, however many of its signals hit (– does not count). Up to 3 items',
    'are normal, 4–6 are to be checked, from 7 the risk is high; so it is with 30 and with 60 points; the',
    'higher of the two decides, and a signal with an entry under "at least" lifts the level to that.',
    '',
    ...sections,
    ...settingsSection(signals),
  ].join('\n');
}
