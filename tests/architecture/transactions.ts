import ts from 'typescript';
import { placeOf, type Source, walk } from './sources.ts';

/**
 * Inside a transaction only the transaction's own handle is used. SQLite has one writer connection: a
 * statement on the outer handle waits for the transaction that waits for it, for ever. A request to
 * Shopify in there would hold the writer for as long as Shopify takes.
 *
 * A transaction is the callback of `x.transaction(…)` or `….storage.write(…)`, and any function that
 * takes a `trx` or `tx`. Not seen: a function called from there that keeps an outer handle to itself.
 */
export function outsideTransaction(files: readonly Source[]): string[] {
  return files.flatMap((file) => {
    const violations = new Set<string>();
    const knexNames = namesOfTypeKnex(file);
    walk(file.tree, (node) => {
      for (const scope of transactionsAt(node)) {
        for (const use of outerUses(scope, knexNames)) {
          violations.add(`${placeOf(file, use)}: "${use.getText()}" inside a transaction`);
        }
      }
      if (isUnwatched(node)) {
        violations.add(`${placeOf(file, node)}: a transaction takes a callback, so that it ends`);
      }
    });
    return [...violations];
  });
}

interface Scope {
  readonly body: ts.Node;
  readonly own: ReadonlySet<string>;
  /** Text of the handle that the transaction was opened on, or null. */
  readonly handle: string | null;
}

function transactionsAt(node: ts.Node): Scope[] {
  if (ts.isCallExpression(node)) {
    const handle = openedOn(node);
    const callback = node.arguments.find((argument) => isFunction(argument));
    return handle && callback ? [{ body: callback.body, own: parameters(callback), handle }] : [];
  }
  if (isFunction(node) && node.body) {
    const own = parameters(node);
    if (own.has('trx') || own.has('tx')) return [{ body: node.body, own, handle: null }];
  }
  return [];
}

/** `writer` of `writer.transaction(…)`, `deps.storage` of `deps.storage.write(…)`. */
function openedOn(call: ts.CallExpression): string | null {
  if (!ts.isPropertyAccessExpression(call.expression)) return null;
  const { name, expression } = call.expression;
  const handle = expression.getText();
  if (name.text === 'transaction') return handle;
  return name.text === 'write' && /(^|\.)storage$/.test(handle) ? handle : null;
}

function isUnwatched(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'transaction' &&
    node.arguments.length === 0
  );
}

function outerUses({ body, own, handle }: Scope, knexNames: ReadonlySet<string>): ts.Node[] {
  const uses: ts.Node[] = [];
  walk(body, (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      const isPort = node.name.text === 'storage' || node.name.text === 'shopify';
      if (isPort || node.getText() === handle) uses.push(node);
    }
    if (!ts.isIdentifier(node) || own.has(node.text) || isMemberName(node)) return;
    if (node.text === handle || knexNames.has(node.text)) uses.push(node);
  });
  return uses;
}

/** Names that this file declares as a `Knex`, a transaction's own left out. */
function namesOfTypeKnex(file: Source): Set<string> {
  const names = new Set<string>();
  walk(file.tree, (node) => {
    const declares = ts.isParameter(node) || ts.isVariableDeclaration(node);
    if (!declares || !ts.isIdentifier(node.name)) return;
    if (node.type?.getText() === 'Knex' && !['trx', 'tx'].includes(node.name.text)) {
      names.add(node.name.text);
    }
  });
  return names;
}

type FunctionWithBody =
  | ts.ArrowFunction
  | ts.FunctionExpression
  | (ts.FunctionDeclaration & { body: ts.Block });

function isFunction(node: ts.Node): node is FunctionWithBody {
  const isKind =
    ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);
  return isKind && node.body !== undefined;
}

function parameters(node: FunctionWithBody): Set<string> {
  return new Set(node.parameters.map((parameter) => parameter.name.getText()));
}

/** `storage` in `x.storage` or `{storage: …}` names a member, not a variable. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node)
  );
}
