import type {
  CheckoutPort,
  GuardKind,
  StandingGuard,
  WantedGuard,
} from '../usecases/ports/checkout-port.ts';
import type { AdminClient } from './client.ts';
import { createPaymentCustomization } from './operations/create-payment-customization.ts';
import { createValidation } from './operations/create-validation.ts';
import { deleteGuardMetafields } from './operations/delete-guard-metafields.ts';
import { deletePaymentCustomization } from './operations/delete-payment-customization.ts';
import { deleteValidation } from './operations/delete-validation.ts';
import type { GuardNode } from './operations/guard-fields.ts';
import { listPaymentCustomizations } from './operations/list-payment-customizations.ts';
import { listValidations } from './operations/list-validations.ts';
import { updatePaymentCustomization } from './operations/update-payment-customization.ts';
import { updateValidation } from './operations/update-validation.ts';
import { doneOrRefusal } from './refusals.ts';

/** Handles of extensions/payment-guard and extensions/checkout-guard, as their toml names them. */
const handles: Record<GuardKind, string> = {
  payment: 'payment-guard',
  validation: 'checkout-guard',
};

/** What acts at checkout. Payment customizations and validations have a mutation each of their own. */
export function createCheckoutGateway(client: AdminClient): CheckoutPort {
  async function page(shop: string, kind: GuardKind, after: string | null) {
    if (kind === 'payment') {
      const { data } = await client.run(shop, listPaymentCustomizations(after), 'background');
      return data.paymentCustomizations;
    }
    const { data } = await client.run(shop, listValidations(after), 'background');
    return data.validations;
  }

  async function standing(shop: string, kind: GuardKind) {
    const found: StandingGuard[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { nodes, pageInfo }: Awaited<ReturnType<typeof page>> = await page(shop, kind, after);
      found.push(...nodes.filter((node) => isOurs(kind, node)).map(toStanding));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage && after !== null;
    }
    return found;
  }

  async function create(shop: string, kind: GuardKind, wanted: WantedGuard) {
    if (kind === 'payment') {
      const sent = createPaymentCustomization(handles.payment, wanted);
      const { data, errors } = await client.run(shop, sent, 'background');
      return doneOrRefusal(sent, data.paymentCustomizationCreate, errors);
    }
    const sent = createValidation(handles.validation, wanted);
    const { data, errors } = await client.run(shop, sent, 'background');
    return doneOrRefusal(sent, data.validationCreate, errors);
  }

  async function update(shop: string, kind: GuardKind, id: string, wanted: WantedGuard) {
    if (kind === 'payment') {
      const sent = updatePaymentCustomization(id, wanted);
      const { data, errors } = await client.run(shop, sent, 'background');
      return doneOrRefusal(sent, data.paymentCustomizationUpdate, errors);
    }
    const sent = updateValidation(id, wanted);
    const { data, errors } = await client.run(shop, sent, 'background');
    return doneOrRefusal(sent, data.validationUpdate, errors);
  }

  async function remove(shop: string, kind: GuardKind, id: string) {
    if (kind === 'payment') {
      const sent = deletePaymentCustomization(id);
      const { data, errors } = await client.run(shop, sent, 'background');
      return doneOrRefusal(sent, data.paymentCustomizationDelete, errors);
    }
    const sent = deleteValidation(id);
    const { data, errors } = await client.run(shop, sent, 'background');
    return doneOrRefusal(sent, data.validationDelete, errors);
  }

  async function dropMetafields(shop: string, id: string, keys: readonly string[]) {
    const sent = deleteGuardMetafields(id, keys);
    const { data, errors } = await client.run(shop, sent, 'background');
    return doneOrRefusal(sent, data.metafieldsDelete, errors);
  }

  return { standing, create, update, remove, dropMetafields };
}

/** Another app's function may have our handle; its metafields in `$app` we would not see. */
const isOurs = (kind: GuardKind, node: GuardNode) =>
  node.shopifyFunction.handle === handles[kind] && node.metafields.nodes.length > 0;

const toStanding = (node: GuardNode): StandingGuard => ({
  id: node.id,
  title: node.title,
  enabled: node.enabled,
  blockOnFailure: node.blockOnFailure ?? false,
  failingSince: node.errorHistory?.errorsFirstOccurredAt ?? null,
  metafields: node.metafields.nodes,
});
