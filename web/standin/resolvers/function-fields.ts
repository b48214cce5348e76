import { legacyId } from '../ids.ts';
import { isoTime } from '../rest/times.ts';
import type { Customization, ShopifyFunction } from '../state.ts';
import type { Store } from '../store.ts';
import { done, type Outcome, refuse, type UserError } from '../user-error.ts';
import { paymentRefused, validationRefused } from './function-limits.ts';
import { checkValidationMetafields, paymentMetafieldErrors } from './function-metafields.ts';
import { ownedMetafield, ownedMetafields } from './metafield-fields.ts';
import { type MetafieldInput, writeMetafield } from './metafield-mutations.ts';
import { payload } from './refusal.ts';
import { type Context, fields } from './types.ts';

interface FunctionRef {
  readonly functionId?: string | null;
  readonly functionHandle?: string | null;
}
interface Input extends FunctionRef {
  readonly title?: string | null;
  readonly enabled?: boolean | null;
  readonly enable?: boolean | null;
  readonly blockOnFailure?: boolean | null;
  readonly metafields?: MetafieldInput[] | null;
}

const functionOf = (store: Store, ref: FunctionRef): ShopifyFunction | undefined =>
  store.state.functions.find((each) =>
    ref.functionId ? each.id === ref.functionId : each.handle === ref.functionHandle,
  );

const exactlyOne = (ref: FunctionRef, root: string) => {
  if (ref.functionId && ref.functionHandle) {
    return refuse(
      [root],
      'Only one of function_id or function_handle can be provided, not both.',
      'MULTIPLE_FUNCTION_IDENTIFIERS',
    );
  }
  if (ref.functionId || ref.functionHandle) return undefined;
  return refuse(
    [root, 'functionHandle'],
    'Either function_id or function_handle must be provided.',
    'MISSING_FUNCTION_IDENTIFIER',
  );
};

function make(
  store: Store,
  map: Map<string, Customization>,
  kind: string,
  input: Input,
  facts: Pick<Customization, 'title' | 'enabled' | 'blockOnFailure' | 'functionId'>,
): Customization {
  const made: Customization = { gid: store.newId(kind), ...facts };
  map.set(made.gid, made);
  for (const each of input.metafields ?? []) writeMetafield(store, made.gid, each);
  return made;
}

/** Its metafields go with it. */
function forget(store: Store, map: Map<string, Customization>, id: string): boolean {
  if (!map.delete(id)) return false;
  const { metafields } = store.state;
  metafields.splice(0, metafields.length, ...metafields.filter((each) => each.owner !== id));
  return true;
}

const required = (field: string) =>
  refuse(
    ['paymentCustomization', field],
    'Required input field must be present.',
    'REQUIRED_INPUT_FIELD',
  );

/** `functionHandle` came with 2025-10; before it the id was a required field like the others. */
const handlesSince = '2025-10';

function createPayment(input: Input, { store, apiVersion }: Context): Outcome<Customization> {
  if (!input.title?.trim()) return required('title');
  if (input.enabled == null) return required('enabled');
  if (apiVersion < handlesSince && !input.functionId) return required('functionId');
  const ref = exactlyOne(input, 'paymentCustomization');
  if (ref) return ref;
  const found = functionOf(store, input);
  if (found?.apiType !== 'payment_customization') {
    const name = input.functionId ? 'functionId' : 'functionHandle';
    if (found) {
      return refuse(
        ['paymentCustomization', name],
        'Unexpected Function API. The provided function must implement one of the following extension targets: [%{targets}].',
        'FUNCTION_DOES_NOT_IMPLEMENT',
      );
    }
    return refuse(
      ['paymentCustomization', name],
      `Function ${input.functionId ?? input.functionHandle} not found. Ensure that it is released in the current app (${legacyId(store.app.gid)}), and that the app is installed.`,
      'FUNCTION_NOT_FOUND',
    );
  }
  const errors = paymentMetafieldErrors(input.metafields ?? [], true);
  if (errors.length > 0) return { ok: false, errors };
  const notNow = paymentRefused(store, input.enabled);
  if (notNow) return notNow;
  return done(
    make(store, store.state.paymentCustomizations, 'PaymentCustomization', input, {
      title: input.title,
      enabled: input.enabled,
      blockOnFailure: false,
      functionId: found.id,
    }),
  );
}

const noPayment = (id: string): { ok: false; errors: readonly UserError[] } =>
  refuse(
    ['id'],
    `Could not find PaymentCustomization with id: ${id}`,
    'PAYMENT_CUSTOMIZATION_NOT_FOUND',
  );

function updatePayment(id: string, input: Input, { store }: Context): Outcome<Customization> {
  const each = store.state.paymentCustomizations.get(id);
  if (!each) return noPayment(id);
  const other = functionOf(store, input)?.id ?? input.functionId ?? input.functionHandle;
  if (other != null && other !== each.functionId) {
    return refuse(
      ['paymentCustomization', input.functionId ? 'functionId' : 'functionHandle'],
      'Function ID cannot be changed.',
      'FUNCTION_ID_CANNOT_BE_CHANGED',
    );
  }
  const errors = paymentMetafieldErrors(input.metafields ?? [], false);
  if (errors.length > 0) return { ok: false, errors };
  const notNow = paymentRefused(store, !each.enabled && input.enabled === true);
  if (notNow) return notNow;
  if (input.title != null) each.title = input.title;
  if (input.enabled != null) each.enabled = input.enabled;
  for (const metafield of input.metafields ?? []) writeMetafield(store, id, metafield);
  return done(each);
}

function activatePayments(args: { ids: string[]; enabled: boolean }, { store }: Context) {
  const known = args.ids.filter((id) => store.state.paymentCustomizations.has(id));
  for (const id of known) {
    const each = store.state.paymentCustomizations.get(id);
    if (each) each.enabled = args.enabled;
  }
  const unknown = args.ids.filter((id) => !known.includes(id));
  const userErrors: UserError[] =
    unknown.length === 0
      ? []
      : [
          {
            field: ['ids'],
            message: `Could not find payment customizations with IDs: ${unknown.join(', ')}`,
            code: 'PAYMENT_CUSTOMIZATION_NOT_FOUND',
          },
        ];
  return { ids: known, userErrors };
}

function createValidation(input: Input, { store }: Context): Outcome<Customization> {
  const ref = exactlyOne(input, 'validation');
  if (ref) return ref;
  const field = ['validation', input.functionId ? 'functionId' : 'functionHandle'];
  const found = functionOf(store, input);
  if (!found) return refuse(field, 'Extension not found.', 'NOT_FOUND');
  if (found.apiType !== 'cart_checkout_validation') {
    return refuse(
      field,
      'Unexpected Function API. The provided function must implement one of the following extension targets: [%{targets}].',
      'FUNCTION_DOES_NOT_IMPLEMENT',
    );
  }
  const wrong = checkValidationMetafields(store, input.metafields ?? []);
  if (wrong) return wrong;
  const notNow = validationRefused(store, input.enable === true, field);
  if (notNow) return notNow;
  return done(
    make(store, store.state.validations, 'Validation', input, {
      title: input.title ?? 't:name',
      enabled: input.enable ?? false,
      blockOnFailure: input.blockOnFailure ?? false,
      functionId: found.id,
    }),
  );
}

/** What is left out goes back to its default, false: that is how Shopify does it, and a trap. */
function updateValidation(id: string, input: Input, { store }: Context): Outcome<Customization> {
  const each = store.state.validations.get(id);
  if (!each) return refuse(['id'], 'Extension not found.', 'NOT_FOUND');
  const wrong = checkValidationMetafields(store, input.metafields ?? []);
  if (wrong) return wrong;
  const notNow = validationRefused(store, !each.enabled && input.enable === true, ['validation']);
  if (notNow) return notNow;
  if (input.title != null) each.title = input.title;
  each.enabled = input.enable ?? false;
  each.blockOnFailure = input.blockOnFailure ?? false;
  for (const metafield of input.metafields ?? []) writeMetafield(store, id, metafield);
  return done(each);
}

const validation = { validation: null };
const customization = { paymentCustomization: null };

export const functionMutations = fields<unknown>({
  paymentCustomizationCreate: (_root, args: { paymentCustomization: Input }, context) =>
    payload(
      createPayment(args.paymentCustomization, context),
      (paymentCustomization) => ({ paymentCustomization }),
      customization,
    ),
  paymentCustomizationUpdate: (_root, args: { id: string; paymentCustomization: Input }, context) =>
    payload(
      updatePayment(args.id, args.paymentCustomization, context),
      (paymentCustomization) => ({ paymentCustomization }),
      customization,
    ),
  paymentCustomizationDelete: (_root, args: { id: string }, { store }) =>
    payload(
      forget(store, store.state.paymentCustomizations, args.id)
        ? done(args.id)
        : noPayment(args.id),
      (deletedId) => ({ deletedId }),
      { deletedId: null },
    ),
  paymentCustomizationActivation: (_root, args: { ids: string[]; enabled: boolean }, context) =>
    activatePayments(args, context),
  validationCreate: (_root, args: { validation: Input }, context) =>
    payload(
      createValidation(args.validation, context),
      (made) => ({ validation: made }),
      validation,
    ),
  validationUpdate: (_root, args: { id: string; validation: Input }, context) =>
    payload(
      updateValidation(args.id, args.validation, context),
      (made) => ({ validation: made }),
      validation,
    ),
  validationDelete: (_root, args: { id: string }, { store }) =>
    payload(
      forget(store, store.state.validations, args.id)
        ? done(args.id)
        : refuse(['id'], 'Extension not found.', 'NOT_FOUND'),
      (deletedId) => ({ deletedId }),
      { deletedId: null },
    ),
});

const errorHistory = ({ failingSince }: Customization) =>
  failingSince == null
    ? null
    : {
        errorsFirstOccurredAt: isoTime(failingSince),
        firstOccurredAt: isoTime(failingSince),
        hasBeenSharedSinceLastError: false,
        hasSharedRecentErrors: false,
      };

const shared = {
  id: (each: Customization) => each.gid,
  shopifyFunction: (each: Customization, _args: never, { store }: Context) =>
    store.state.functions.find((one) => one.id === each.functionId) ?? null,
  errorHistory: (each: Customization) => errorHistory(each),
  metafield: ownedMetafield,
  metafields: ownedMetafields,
};

export const functionFields = {
  PaymentCustomization: fields<Customization>(shared),
  Validation: fields<Customization>(shared),
  ShopifyFunction: fields<ShopifyFunction>({
    appKey: (each) => each.app.apiKey,
    apiVersion: () => '2026-10',
    useCreationUi: () => false,
  }),
};
