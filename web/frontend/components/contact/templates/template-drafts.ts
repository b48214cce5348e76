import type { MailText, TemplateId, TemplatesAnswer } from '../../../../contract/contact.ts';
import type { Locale } from '../../../../contract/level.ts';
import type { Settings } from '../../../../contract/settings.ts';

export type Ours = TemplatesAnswer['templates'];
type Templates = Settings['contact']['templates'];

const none: MailText = { subject: '', text: '' };

export const oursOf = (ours: Ours, id: TemplateId, language: Locale): MailText =>
  ours.find((template) => template.id === id)?.ours[language] ?? none;

export const isOwn = (templates: Templates, id: TemplateId): boolean =>
  Object.keys(templates[id] ?? {}).length > 0;

/**
 * The settings with this text in them. The standard text is not kept as the shop's own: it changes with
 * the app, and "back to standard" must not freeze today's.
 */
export function withText(
  templates: Templates,
  id: TemplateId,
  language: Locale,
  { mail, standard }: { mail: MailText; standard: MailText },
): Templates {
  const { [language]: _old, ...others } = templates[id] ?? {};
  const isStandard = mail.subject === standard.subject && mail.text === standard.text;
  const texts = isStandard ? others : { ...others, [language]: mail };
  const { [id]: _all, ...rest } = templates;
  return Object.keys(texts).length === 0 ? rest : { ...rest, [id]: texts };
}

/** Puts a field where the cursor is. @returns the text, and where the cursor stands after it */
export function insertAt(
  text: string,
  { start, end }: { start: number; end: number },
  field: string,
): { text: string; cursor: number } {
  return {
    text: text.slice(0, start) + field + text.slice(end),
    cursor: start + field.length,
  };
}
