import { legacyId } from '../ids.ts';
import type { Store } from '../store.ts';
import { refuse, type UserError } from '../user-error.ts';
import type { MetafieldInput } from './metafield-mutations.ts';

/** How payment customizations refuse metafields: one error for each field that is wrong. */
export function paymentMetafieldErrors(
  metafields: readonly MetafieldInput[],
  creating: boolean,
): UserError[] {
  return metafields.flatMap((each, index) => {
    const error = (field: string, message: string): UserError => ({
      field: ['paymentCustomization', 'metafields', String(index), field],
      message,
      code: 'INVALID_METAFIELDS',
    });
    const errors: UserError[] = [];
    if (!each.key) errors.push(error('key', 'may not be empty'));
    if (!each.value) errors.push(error('value', 'may not be empty'));
    if (errors.length > 0) return errors;
    if (!each.type && (!creating || each.type === '')) {
      errors.push(error('type', "can't be blank"));
    }
    const length = each.namespace?.length ?? 3;
    if (length < 3) errors.push(error('namespace', 'is too short (minimum is 3 characters)'));
    return errors;
  });
}

const knownTypes =
  /^(list\.)?(boolean|color|date|date_time|id|json|link|money|number_integer|number_decimal|rating|rich_text_field|single_line_text_field|multi_line_text_field|url|dimension|volume|weight|\w+_reference)$/;

/** How validations refuse them: one error for the first metafield that is wrong. */
export function checkValidationMetafields(store: Store, metafields: readonly MetafieldInput[]) {
  for (const [index, each] of metafields.entries()) {
    const field = ['validation', 'metafields', String(index)];
    if (each.key == null || each.value == null) return refuse(field, 'presence', null);
    if (!each.type) return refuse(field, 'One or more required inputs are blank.', 'BLANK');
    if (!knownTypes.test(each.type)) return refuse(field, 'The type is invalid.', 'INVALID_TYPE');
    if (isForeignApp(store, each.namespace)) {
      return refuse(
        field,
        'ApiPermission metafields can only be created or updated by the app owner.',
        'APP_NOT_AUTHORIZED',
      );
    }
    if (each.value === '' || !valueFits(each.type, each.value)) {
      return refuse(field, 'The value is invalid.', 'INVALID_VALUE');
    }
  }
  return undefined;
}

const isForeignApp = (store: Store, namespace: string | null | undefined): boolean => {
  if (/^shopify(--|$)/.test(namespace ?? '')) return true;
  const owner = /^app--(\d+)/.exec(namespace ?? '')?.[1];
  return owner !== undefined && owner !== legacyId(store.app.gid);
};

function valueFits(type: string, value: string): boolean {
  if (type === 'boolean') return value === 'true' || value === 'false';
  if (type === 'number_integer') return /^-?\d+$/.test(value);
  if (type !== 'json') return true;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
