type TomlValue = string | boolean | string[];
export type TomlTable = { [key: string]: TomlValue | TomlTable | TomlTable[] };

/**
 * The part of TOML that shopify.app.toml uses: tables, arrays of tables, and one-line strings,
 * booleans and string arrays. Anything else throws, so that a test never reads less than there is.
 */
export function readToml(text: string): TomlTable {
  const root: TomlTable = {};
  let table = root;
  for (const line of text.split('\n')) {
    const content = withoutComment(line).trim();
    if (content === '') continue;
    const list = /^\[\[([\w.]+)\]\]$/.exec(content)?.[1];
    const single = /^\[([\w.]+)\]$/.exec(content)?.[1];
    if (list !== undefined) table = openTable(root, list.split('.'), true);
    else if (single !== undefined) table = openTable(root, single.split('.'), false);
    else assign(table, content);
  }
  return root;
}

function withoutComment(line: string): string {
  return /^((?:[^"#]|"[^"]*")*)(?:#.*)?$/.exec(line)?.[1] ?? line;
}

function openTable(root: TomlTable, path: string[], isList: boolean): TomlTable {
  let table = root;
  for (const key of path.slice(0, -1)) table = childTable(table, key);
  const last = path.at(-1) ?? '';
  if (!isList) return childTable(table, last);
  const rows = table[last] ?? [];
  if (!isTableList(rows)) throw new Error(`${path.join('.')} is not a list of tables`);
  const row: TomlTable = {};
  table[last] = [...rows, row];
  return row;
}

function childTable(table: TomlTable, key: string): TomlTable {
  const child = table[key] ?? {};
  if (typeof child !== 'object' || Array.isArray(child)) throw new Error(`${key} is not a table`);
  table[key] = child;
  return child;
}

function isTableList(value: TomlTable[string]): value is TomlTable[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object');
}

function assign(table: TomlTable, content: string): void {
  const [, key = '', value = ''] = /^(\w+)\s*=\s*(.+)$/.exec(content) ?? [];
  if (key === '') throw new Error(`Not understood: ${content}`);
  // One-line TOML strings, booleans and arrays of strings are JSON as well.
  table[key] = JSON.parse(value.replace(/,\s*\]$/, ']'));
}
