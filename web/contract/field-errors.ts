import type { z } from 'zod';

/** What `invalid` tells of a refused value: dotted path → code (`too_big`, `unrecognized_keys`, …). */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    for (const path of pathsOf(issue)) fields[path] ??= codeOf(issue);
  }
  return fields;
}

/** An unknown key is named itself, not the object that it stands in. */
function pathsOf(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [path.join('.')];
  return issue.keys.map((key) => [...path, key].join('.'));
}

/** A refinement's own code stands in its message (`below_caution`); the other messages are zod's. */
function codeOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'custom' && /^[a-z_]{1,40}$/.test(issue.message)
    ? issue.message
    : issue.code;
}
