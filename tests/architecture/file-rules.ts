import ts from 'typescript';
import { placeOf, type Source, walk } from './sources.ts';

export const lineLimit = 300;

/** A file that long is more than one thing. */
export function tooLong(files: readonly Source[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > lineLimit ? [`${path}: ${lines} lines, at most ${lineLimit}`] : [];
  });
}

const nameless = /(^|\/)(utils?|helpers?|libs?|common)\//;

/** A file without a room has no name yet. */
export function namelessFolders(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => nameless.test(path))
    .map(({ path }) => `${path}: nameless folder`);
}

const reasoned = /biome-ignore lint\/suspicious\/noExplicitAny: \S/;

/** A test may say why it reads JSON of many shapes; the app may not. */
function isReasoned({ path, text, tree }: Source, node: ts.Node): boolean {
  const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
  return path.startsWith('tests/') && reasoned.test(text.split('\n')[line - 1] ?? '');
}

export function uncheckedTypes(files: readonly Source[]): string[] {
  return files.flatMap((file) => {
    const violations: string[] = [];
    walk(file.tree, (node) => {
      const isAny = node.kind === ts.SyntaxKind.AnyKeyword && !isReasoned(file, node);
      if (isAny) violations.push(`${placeOf(file, node)}: any`);
    });
    return violations;
  });
}

const readsEnvironment = [
  /^web\/(main|demo|assess)\.ts$/,
  /^(scripts|tests)\//,
  /(^|\/)vite\.config\.ts$/,
];

/** Configuration is read once, at the edge, and refused as a whole where it is wrong. */
export function strayEnvironment(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => !readsEnvironment.some((pattern) => pattern.test(path)))
    .flatMap((file) => {
      const violations: string[] = [];
      walk(file.tree, (node) => {
        if (isEnvironment(node)) violations.push(`${placeOf(file, node)}: reads the environment`);
      });
      return violations;
    });
}

function isEnvironment(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) {
    return /^['"](node:)?process['"]$/.test(node.moduleSpecifier.getText());
  }
  if (ts.isElementAccessExpression(node)) return /^process\[['"]env['"]\]$/.test(node.getText());
  return ts.isPropertyAccessExpression(node) && /(^|\.)process\.env$/.test(node.getText());
}

/** Files of the frontend that touch `window.shopify`, which the App Bridge script puts there. */
export function bridgeFiles(files: readonly Source[]): string[] {
  return files.filter(touchesBridge).map(({ path }) => path);
}

function touchesBridge(file: Source): boolean {
  let touches = false;
  walk(file.tree, (node) => {
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const key = ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
      const owner = node.expression.getText().replace(/[()?]/g, '');
      const named = /^['"]?shopify['"]?$/.test(key.getText());
      if (named && /^(window|globalThis|self)\b/.test(owner)) touches = true;
    }
  });
  return touches || declaresGlobalBridge(file);
}

/** `declare const shopify: …` makes the global reachable by its bare name. */
function declaresGlobalBridge({ text }: Source): boolean {
  return /\bdeclare\s+(const|let|var)\s+shopify\b/.test(text);
}
