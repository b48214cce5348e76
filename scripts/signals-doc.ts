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
  ].join('\n');
}
