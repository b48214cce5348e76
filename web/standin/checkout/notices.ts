import { resolveNamespace } from '../resolvers/metafield-fields.ts';
import type { Store } from '../store.ts';

/** As buyers see them: the card first. Keys of the shop's metafields, which are the app's own. */
const keys = ['three_ds_notice', 'fraud_notice'] as const;

export interface DeployedNotice {
  readonly key: (typeof keys)[number];
  /** None empty. */
  readonly lines: readonly string[];
}

/**
 * What the app's blocks would print on the buyer's pages: a notice that is not deployed, or has no text in the
 * buyer's language, is left out, and a broken metafield breaks no page.
 */
export const deployedNotices = (store: Store, language: 'ja' | 'en'): DeployedNotice[] =>
  keys
    .map((key) => ({ key, lines: linesOf(textIn(deployedText(store, key), language)) }))
    .filter(({ lines }) => lines.length > 0);

function deployedText(store: Store, key: string): string | undefined {
  const { gid, metafields } = store.state;
  const namespace = resolveNamespace(store, '$app');
  return metafields.find(
    (each) => each.owner === gid && each.namespace === namespace && each.key === key,
  )?.value;
}

function textIn(value: string | undefined, language: string): string {
  try {
    const texts: unknown = JSON.parse(value ?? 'null');
    if (typeof texts !== 'object' || texts === null) return '';
    const text: unknown = Reflect.get(texts, language);
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
