import ts from 'typescript';
import { importsOf, placeOf, type Source, walk } from './sources.ts';

/** Every file that runs when `entry` runs: types are erased and not followed. */
export function runsWith(entry: string, files: readonly Source[]): Source[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Set<Source>();
  const visit = (path: string) => {
    const file = byPath.get(path);
    if (!file || reached.has(file)) return;
    reached.add(file);
    for (const one of importsOf(file)) {
      if (one.target !== null && !one.typeOnly) visit(one.target);
    }
  };
  visit(entry);
  return [...reached];
}

/**
 * The real server must never serve the stand-in's App Bridge: a merchant's session tokens would then be
 * ours to forge. Neither an import nor a file name may lead from main.ts into the stand-in.
 */
export function standinInMain(files: readonly Source[]): string[] {
  const violations: string[] = [];
  for (const file of runsWith('web/main.ts', files)) {
    if (file.path.startsWith('web/standin/')) violations.push(`main.ts runs ${file.path}`);
    walk(file.tree, (node) => {
      if (ts.isStringLiteralLike(node) && /(^|\/)standin\//.test(node.text)) {
        violations.push(`${placeOf(file, node)}: main.ts runs a file that names "${node.text}"`);
      }
    });
  }
  return violations;
}

/** japan/keys.ts also runs inside checkout functions, where there is neither Node nor room. */
export function heavyKeys(files: readonly Source[]): string[] {
  return runsWith('web/japan/keys.ts', files).flatMap((file) =>
    importsOf(file)
      .filter((one) => one.target === null && !one.typeOnly)
      .map((one) => `${file.path}: japan/keys.ts may not need ${one.specifier}`),
  );
}
