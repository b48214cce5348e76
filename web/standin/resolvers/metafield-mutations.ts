import { kindOf } from '../ids.ts';
import type { Metafield } from '../state.ts';
import type { Store } from '../store.ts';
import { done, type Outcome, refuse, type UserError } from '../user-error.ts';
import { digestOf, resolveNamespace } from './metafield-fields.ts';
import { fields } from './types.ts';

export interface MetafieldInput {
  readonly ownerId?: string;
  readonly namespace?: string | null;
  readonly key?: string | null;
  readonly type?: string | null;
  readonly value?: string | null;
  readonly compareDigest?: string | null;
}

const mostAtOnce = 25;

/** Writes one metafield of an owner, or the new value of the one that is there. */
export function writeMetafield(store: Store, owner: string, input: MetafieldInput): Metafield {
  const namespace = resolveNamespace(store, input.namespace);
  const key = input.key ?? '';
  const now = store.now();
  const known = store.state.metafields.find(
    (each) => each.owner === owner && each.namespace === namespace && each.key === key,
  );
  if (known) {
    known.value = input.value ?? known.value;
    known.type = input.type ?? known.type;
    known.updatedAt = now;
    return known;
  }
  const made: Metafield = {
    gid: store.newId('Metafield'),
    owner,
    namespace,
    key,
    type: input.type ?? 'single_line_text_field',
    value: input.value ?? '',
    createdAt: now,
    updatedAt: now,
  };
  store.state.metafields.push(made);
  return made;
}

/** All or none, as Shopify does it. */
function setAll(store: Store, inputs: readonly MetafieldInput[]): Outcome<Metafield[]> {
  if (inputs.length > mostAtOnce) {
    return refuse(
      ['metafields'],
      `Exceeded the maximum metafields input limit of ${mostAtOnce}.`,
      'LESS_THAN_OR_EQUAL_TO',
    );
  }
  const errors = inputs.flatMap((input, index) => refusalOf(store, input, index));
  if (errors.length > 0) return { ok: false, errors };
  return done(inputs.map((input) => writeMetafield(store, input.ownerId ?? '', input)));
}

function refusalOf(store: Store, input: MetafieldInput, index: number): UserError[] {
  const at = (field?: string) => ['metafields', String(index), ...(field ? [field] : [])];
  const error = (field: string[], message: string, code: string): UserError[] => [
    { field, message, code },
  ];
  const owner = input.ownerId ?? '';
  if (!ownerExists(store, owner))
    return error(at('ownerId'), 'Owner does not exist.', 'INVALID_VALUE');
  if ((input.key ?? '').length < 2) {
    return error(at('key'), 'Key is too short (minimum is 2 characters)', 'TOO_SHORT');
  }
  if ((input.value ?? '') === '') return error(at('value'), "Value can't be blank", 'BLANK');
  if (input.type === 'json' && !isJson(input.value ?? '')) {
    return error(at('value'), 'Value is invalid JSON.', 'INVALID_VALUE');
  }
  const known = store.state.metafields.find(
    (each) =>
      each.owner === owner &&
      each.namespace === resolveNamespace(store, input.namespace) &&
      each.key === input.key,
  );
  if (!known && !input.type) return error(at('type'), "Type can't be blank", 'BLANK');
  if (
    input.compareDigest !== undefined &&
    (known ? digestOf(known) : null) !== input.compareDigest
  ) {
    return error(
      at(),
      'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.',
      'STALE_OBJECT',
    );
  }
  return [];
}

function ownerExists(store: Store, owner: string): boolean {
  const { state } = store;
  if (kindOf(owner) === 'AppInstallation') return true;
  return (
    owner === state.gid ||
    state.orders.has(owner) ||
    state.customers.has(owner) ||
    state.paymentCustomizations.has(owner) ||
    state.validations.has(owner)
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export const metafieldMutations = fields<unknown>({
  metafieldsSet: (_root, args: { metafields: MetafieldInput[] }, { store }) => {
    const outcome = setAll(store, args.metafields);
    return outcome.ok
      ? { metafields: outcome.value, userErrors: [] }
      : {
          metafields: [],
          userErrors: outcome.errors.map((each) => ({ ...each, elementIndex: null })),
        };
  },
  metafieldsDelete: (
    _root,
    args: { metafields: { ownerId: string; namespace: string; key: string }[] },
    { store },
  ) => ({
    deletedMetafields: args.metafields.map(({ ownerId, namespace, key }) => {
      const resolved = resolveNamespace(store, namespace);
      const at = store.state.metafields.findIndex(
        (each) => each.owner === ownerId && each.namespace === resolved && each.key === key,
      );
      if (at < 0) return null;
      store.state.metafields.splice(at, 1);
      return { ownerId, namespace: resolved, key };
    }),
    userErrors: [],
  }),
});
