import type { Deps } from '../deps.ts';
import type { AuditLine } from '../ports/storage-port.ts';

const linesOfPage = 200;
const range = {
  ...{ from: null, to: null, who: null, orderId: null },
  what: ['list-added', 'list-changed', 'list-removed', 'list-restored'],
};

/**
 * What people wrote in the log about list entries that went because somebody asked to be forgotten. That
 * they went, and why, stays.
 */
export async function forgetListLines({ storage }: Deps, shop: string): Promise<void> {
  const lines: Pick<AuditLine, 'id' | 'details'>[] = [];
  let before: { at: number; id: number } | null = null;
  do {
    const page: AuditLine[] = await storage.read.audit.page(shop, range, before, linesOfPage);
    lines.push(...page.map(({ id, details }) => ({ id, details })));
    const last = page.length < linesOfPage ? undefined : page.at(-1);
    before = last === undefined ? null : { at: last.at, id: last.id };
  } while (before !== null);
  const isRequest = ({ details }: (typeof lines)[number]) => details.note === 'customers/redact';
  const gone = new Set(lines.filter(isRequest).map(({ details }) => details.entry));
  const ids = lines
    .filter((line) => gone.has(line.details.entry ?? '') && !isRequest(line))
    .map(({ id }) => id);
  for (let at = 0; at < ids.length; at += 20) {
    await storage.write((tx) => tx.retention.bareLines(shop, ids.slice(at, at + 20)));
  }
}
