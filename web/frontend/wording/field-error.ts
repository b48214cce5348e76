/** Codes that have a sentence of their own in the locales; every other one gets the general sentence. */
const spoken = new Set([
  'below_caution',
  'invalid_type',
  'too_big',
  'too_small',
  'invalid_format',
  'required',
  'https_only',
  'enter_again',
  'tls_needed',
  'sender_needed',
]);

/** Every field that the settings page shows; an error elsewhere is told at the top. */
export const settingsFields: readonly RegExp[] = [
  /^mode$/,
  /^language$/,
  /^caution$/,
  /^high$/,
  /^holdOrdinaryCaution$/,
  /^cod\./,
  /^cvv\./,
  /^fraudNotice\./,
  /^threeDsNotice\./,
  /^judgement\.(?!signals|parameters|words|guardAllSignals|binCountries)/,
  /^undoSeconds$/,
  /^automaticUndoMinutes$/,
  /^permissions\./,
  /^mail\./,
  /^alerts\./,
  /^retentionMonths$/,
];

/** The locales' key for what was refused at `path` or inside it (`cod.names.3` belongs to `cod.names`). */
export function fieldErrorKey(
  fields: Readonly<Record<string, string>>,
  path: string,
): string | undefined {
  const hit = Object.keys(fields).find((name) => name === path || name.startsWith(`${path}.`));
  if (hit === undefined) return undefined;
  const code = fields[hit] ?? '';
  return `settings.fieldErrors.${spoken.has(code) ? code : 'default'}`;
}

/** Refused paths that no field on the page stands for. */
export function fieldsElsewhere(
  fields: Readonly<Record<string, string>>,
  shownFields: readonly RegExp[] = settingsFields,
): string[] {
  return Object.keys(fields).filter((name) => !shownFields.some((shown) => shown.test(name)));
}
