import type { SignalDto } from '../../contract/orders.ts';

/** What is missing for an unknown check, without 「未確認：」: the list that it stands in says so already. */
export function missingFact({ because, name }: SignalDto): string | null {
  const text = because.replace(/^(?:未確認：|Not known: )/, '');
  return text === '' || text.replace(/\.$/, '') === name ? null : text;
}
