import { unknownFields } from '../../contract/merge-fields.ts';
import type { Settings } from '../../contract/settings.ts';

/** A field that does not exist would go out to buyers as it was typed: path → code. */
export function templateFaults({ contact }: Settings): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const [id, languages] of Object.entries(contact.templates)) {
    for (const [language, mail] of Object.entries(languages ?? {})) {
      for (const part of ['subject', 'text'] as const) {
        if (unknownFields(mail?.[part] ?? '').length === 0) continue;
        faults[`contact.templates.${id}.${language}.${part}`] = 'unknown_field';
      }
    }
  }
  return faults;
}
