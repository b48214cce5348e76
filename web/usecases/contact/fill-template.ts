import type { MailText } from '../../contract/contact.ts';
import {
  fieldNamed,
  fieldPattern,
  type MergeField,
  mergeFields,
  unknownFields,
} from '../../contract/merge-fields.ts';

/** What the fields stand for; null or blank: there is none. */
export type FieldValues = Readonly<Record<MergeField, string | null>>;

export interface Filled extends MailText {
  /** Fields that must have a value and have none: it cannot be sent. */
  readonly empty: MergeField[];
  /** Names of no field: it cannot be sent. */
  readonly unknown: string[];
}

/**
 * Plain text only. Each field is replaced once, from the template as it was written: braces in a value
 * (a buyer's name, a product's title) are never read as fields.
 */
export function fillTemplate(template: MailText, values: FieldValues): Filled {
  const empty = new Set<MergeField>();
  const subject = fillLine(template.subject, values, empty) ?? '';
  const lines = template.text
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => fillLine(line, values, empty))
    .filter((line) => line !== null);
  const unknown = unknownFields(`${template.subject}\n${template.text}`);
  return { subject: oneLine(subject), text: tidy(lines.join('\n')), empty: [...empty], unknown };
}

/** null: an optional field on it has no value, and it is left out. */
function fillLine(line: string, values: FieldValues, empty: Set<MergeField>): string | null {
  let isLeftOut = false;
  const filled = line.replace(fieldPattern, (whole, name: string) => {
    const field = fieldNamed(name);
    if (field === undefined) return whole;
    const value = clean(values[field] ?? '');
    if (value !== '') return value;
    if (mergeFields[field].optional) isLeftOut = true;
    else empty.add(field);
    return '';
  });
  return isLeftOut ? null : filled;
}

/** Control characters and what turns the reading direction have no place in a letter. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

const clean = (value: string) => value.replaceAll(/\r\n?/g, '\n').replace(unprintable, ' ').trim();

const oneLine = (text: string) => clean(text).replaceAll(/\s*\n\s*/g, ' ');

/** What was left out leaves no gap of several blank lines. */
const tidy = (text: string) => text.replaceAll(/\n{3,}/g, '\n\n').trim();
