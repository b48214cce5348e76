import type { AccessKind } from '../../contract/privacy-words.ts';
import type { Deps } from '../deps.ts';
import type { AccessEntry } from '../ports/privacy-port.ts';
import type { Caller } from '../use-cases.ts';

const hourMs = 3_600_000;
/** Remembered at most, to keep what is written already from being written again. */
const mostRemembered = 20_000;

/** Who looked at what; the answer does not wait for it. */
export interface AccessLog {
  note(caller: Pick<Caller, 'shop' | 'staff'>, kind: AccessKind, subject?: string): void;
  /** When what was noted so far is written. */
  settled(): Promise<void>;
}

type Noted = AccessEntry & { readonly shop: string };

/**
 * Views are written together: while one batch is on its way the next gathers. The same person who opens
 * the same thing again within the hour costs nothing.
 */
export function createAccessLog({
  storage,
  log,
  now,
}: Pick<Deps, 'storage' | 'log' | 'now'>): AccessLog {
  const seen = new Set<string>();
  let waiting: Noted[] = [];
  let writing: Promise<void> | null = null;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await storage.write(async (tx) => {
          for (const [shop, entries] of byShop(batch)) await tx.access.add(shop, entries);
        });
      } catch (error) {
        // Not kept for later: a database that is away must not fill the memory. It is told instead.
        for (const entry of batch) seen.delete(placeOf(entry));
        log.error({ err: error, views: batch.length }, 'views were not written to the access log');
      }
    }
    writing = null;
  }

  return {
    note({ shop, staff }, kind, subject = '') {
      const entry = { shop, userId: staff.userId, kind, subject, at: now() };
      const place = placeOf(entry);
      if (seen.has(place)) return;
      if (seen.size >= mostRemembered) seen.clear();
      seen.add(place);
      waiting.push(entry);
      writing ??= writeAll();
    },
    settled: async () => void (await writing),
  };
}

const placeOf = ({ shop, userId, kind, subject, at }: Noted) =>
  [Math.floor(at / hourMs), shop, userId, kind, subject].join('\n');

function byShop(batch: readonly Noted[]): Map<string, AccessEntry[]> {
  const groups = new Map<string, AccessEntry[]>();
  for (const { shop, ...entry } of batch) groups.set(shop, [...(groups.get(shop) ?? []), entry]);
  return groups;
}
