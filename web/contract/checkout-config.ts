/*
 * What the checkout functions read: the settings and lists in compiled form, as JSON of two metafields of
 * a payment customization or a validation. Functions import the types of this file alone and believe
 * nothing of what they read: a document of another version, or a broken one, changes nothing.
 */

import type { ConditionKind, HiddenMethod, ListedKind, PlaceKind } from './checkout-words.ts';

export const configVersion = 1;

/** Where the metafields are, on the customization or validation itself. Type `json`. */
export const configNamespace = '$app';
export const configKeys = {
  /** A `PaymentRules` or `ValidationRules` document. */
  rules: 'rules',
  /** A `Shard`, or absent. */
  shard: 'shard',
  /** `QueryTags`: variables of the payment function's input query. Not read by the function itself. */
  tags: 'tags',
} as const;

/** Bytes of rules, names and words together: more would leave too few instructions for the lists. */
export const longestRules = 3_000;
/** Bytes of the checks with their messages in both languages. */
export const longestChecks = 5_000;

/** Bytes of UTF-8 above which Shopify does not give a metafield to a function. */
export const longestMetafield = 10_000;

/**
 * Hashes of some entries' keys, for each list: see japan/key-set.ts for the form. A list that no rule asks
 * is absent.
 */
export type HashSets = Readonly<Partial<Record<ListedKind, string>>>;

export interface Shard {
  readonly v: typeof configVersion;
  readonly sets: HashSets;
}

/** The lists' part of a rules document: the key of the hashes, and the first hashes. */
export interface Listed {
  /** 32 hexadecimal digits. It lies beside the hashes: they are pseudonyms, not secrets. */
  readonly key: string;
  readonly sets: HashSets;
}

export type CompiledCondition =
  | { readonly if: Extract<ConditionKind, 'always' | 'islands' | 'company'> }
  | { readonly if: 'product-tag' | 'customer-tag' }
  | { readonly if: 'listed'; readonly kinds: readonly ListedKind[] }
  | { readonly if: 'amount'; readonly over: number | null; readonly under: number | null }
  | { readonly if: 'first-order'; readonly unknown: boolean }
  | { readonly if: 'quantity'; readonly over: number }
  /** JIS codes, 1 to 47. */
  | { readonly if: 'prefecture'; readonly codes: readonly number[] }
  | { readonly if: 'place'; readonly kinds: readonly PlaceKind[] };

export interface CompiledRule {
  readonly hide: readonly HiddenMethod[];
  readonly any: boolean;
  readonly conditions: readonly CompiledCondition[];
}

/** How one kind of place is recognised in the delivery address, in japan/keys.ts's spelling. */
export interface PlaceWords {
  /** The shop's own words; those that the app brings are in the function (japan/data/place-patterns.ts). */
  readonly words: readonly string[];
  /** Keys of known houses and rooms, each with the source of an expression that must hold too, or ''. */
  readonly places: readonly (readonly [key: string, marker: string])[];
}

export interface PaymentRules {
  readonly v: typeof configVersion;
  readonly rules: readonly CompiledRule[];
  /** The merchant's names of methods, in NFKC and lower case; usual names are in the function. */
  readonly methods: Readonly<Partial<Record<HiddenMethod, readonly string[]>>>;
  readonly places: Readonly<Partial<Record<PlaceKind, PlaceWords>>>;
  /**
   * Methods that any of this shop's customizations may hide. They run without knowing of each other: where
   * all methods that a buyer has are among these, each keeps the same one.
   */
  readonly hideable: readonly HiddenMethod[];
  /** There is no other customization of ours: what is left can be counted. */
  readonly alone: boolean;
  readonly listed: Listed | null;
}

/** What the input query asks of products and customers; both lists are unions over all rules. */
export interface QueryTags {
  readonly productTags: readonly string[];
  readonly customerTags: readonly string[];
}

interface Messages {
  readonly ja: string;
  readonly en: string;
}

export interface ValidationRules {
  readonly v: typeof configVersion;
  /** A check that is off is absent. */
  readonly checks: {
    readonly addressWithoutBlock?: Messages;
    readonly postalContradiction?: Messages;
    readonly impossiblePhone?: Messages;
    readonly quantityLimit?: Messages & { readonly max: number };
    readonly blockedBuyers?: Messages;
  };
  readonly listed: Listed | null;
}
