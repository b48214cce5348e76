import type { AppIdentity, Location, ShopifyFunction } from '../state.ts';
import { isObject, type JsonObject, objectsIn, type Recording } from './recording.ts';

/** What a recording tells of the store and the app around it: functions, locations, currency, who asks. */
export interface Surroundings {
  readonly app: AppIdentity | undefined;
  readonly functions: readonly ShopifyFunction[];
  readonly locations: readonly Location[];
  readonly currency: string;
}

export function surroundingsOf(recording: Recording): Surroundings {
  const objects = recording.exchanges.flatMap((each) => [...objectsIn(each.response.data)]);
  const app = appOf(
    recording,
    objects.map(({ object }) => object),
  );
  const functions = new Map<string, ShopifyFunction>();
  const locations = new Map<string, Location>();
  for (const { object } of objects) {
    if (typeof object.apiType === 'string' && typeof object.id === 'string') {
      const known = functions.get(object.id);
      const described = functionOf(object, app);
      const { handle } = known && object.handle === undefined ? known : described;
      functions.set(object.id, { ...known, ...described, handle });
    }
    const id = String(object.id ?? '');
    if (/^gid:\/\/shopify\/Location\//.test(id) && typeof object.name === 'string') {
      locations.set(id, { gid: id, name: object.name, fulfillmentService: false });
    }
  }
  addUsed(functions, usedFunctions(recording, app));
  const money = objects.find(({ object }) => typeof object.currencyCode === 'string');
  return {
    app,
    functions: [...functions.values()],
    locations: [...locations.values()],
    currency: String(money?.object.currencyCode ?? 'CAD'),
  };
}

const noApp: AppIdentity = {
  gid: 'gid://shopify/App/170000000001',
  title: 'app',
  handle: 'app',
  apiKey: 'key',
};

function appOf(recording: Recording, objects: readonly JsonObject[]): AppIdentity | undefined {
  const seen = objects.find(({ id }) => /^gid:\/\/shopify\/App\//.test(String(id ?? '')));
  if (seen) {
    const whole: JsonObject = Object.assign({}, ...objects.filter(({ id }) => id === seen.id));
    return {
      gid: String(seen.id),
      title: String(whole.title ?? ''),
      handle: String(whole.handle ?? ''),
      apiKey: String(whole.apiKey ?? objects.find(({ appKey }) => appKey)?.appKey ?? 'key'),
    };
  }
  const named =
    /current app \((\d+)\)/.exec(JSON.stringify(recording)) ??
    /app--(\d+)/.exec(JSON.stringify(recording));
  return named ? { ...noApp, gid: `gid://shopify/App/${named[1]}` } : undefined;
}

const functionOf = (object: JsonObject, app: AppIdentity | undefined): ShopifyFunction => ({
  id: String(object.id),
  title: String(object.title ?? ''),
  handle: String(object.handle ?? object.title ?? ''),
  apiType: String(object.apiType),
  description: typeof object.description === 'string' ? object.description : null,
  app: app ?? noApp,
});

/** A function used by its handle and one used by its id may be the same: then they become one. */
function addUsed(known: Map<string, ShopifyFunction>, used: readonly ShopifyFunction[]): void {
  for (const each of used) {
    const all = [...known.values()];
    if (known.has(each.id) || all.some(({ handle }) => handle === each.handle)) continue;
    const nameless = all.find(
      ({ apiType, handle, id }) => apiType === each.apiType && handle === id,
    );
    if (nameless && each.id.startsWith('function-of-')) {
      known.set(nameless.id, { ...nameless, handle: each.handle });
    } else known.set(each.id, each);
  }
}

/** Functions that were used with success and never shown: their kind follows from the mutation. */
function usedFunctions(recording: Recording, app: AppIdentity | undefined): ShopifyFunction[] {
  return recording.exchanges.flatMap((exchange) => {
    const apiType = /paymentCustomization(Create|Update)/.test(exchange.query)
      ? 'payment_customization'
      : /validation(Create|Update)/.test(exchange.query)
        ? 'cart_checkout_validation'
        : null;
    if (apiType === null) return [];
    const inputs = [...objectsIn(exchange.variables)].map(({ object }) => object);
    const answer = JSON.stringify(exchange.response);
    return inputs.flatMap(({ functionId, functionHandle }) => {
      if (typeof functionId === 'string' && isUsable(functionId, answer)) {
        const both = inputs.find((each) => each.functionId === functionId && each.functionHandle);
        const handle = String(both?.functionHandle ?? functionId);
        return [functionOf({ id: functionId, title: handle, handle, apiType }, app)];
      }
      if (typeof functionHandle !== 'string' || !isUsable(functionHandle, answer)) return [];
      if (inputs.some((each) => each.functionHandle === functionHandle && each.functionId))
        return [];
      const id = `function-of-${functionHandle}`;
      return [functionOf({ id, title: functionHandle, handle: functionHandle, apiType }, app)];
    });
  });
}

const isUsable = (name: string, answer: string): boolean =>
  !answer.includes(`Function ${name} not found`) &&
  !answer.includes('Extension not found.') &&
  !answer.includes('FUNCTION_ID_CANNOT_BE_CHANGED') &&
  !name.startsWith('gid://shopify/ShopifyFunction/');

/** The location at which the recording's store put the fulfillment orders that an exchange made. */
export function routedTo(recording: Recording, at: number): string | undefined {
  const made = [...objectsIn(recording.exchanges[at]?.response.data)]
    .map(({ object }) => String(object.id ?? ''))
    .find((id) => /^gid:\/\/shopify\/FulfillmentOrder\//.test(id));
  if (made === undefined) return undefined;
  for (const exchange of recording.exchanges.slice(at)) {
    for (const { object } of objectsIn(exchange.response.data)) {
      const assigned = object.assignedLocation;
      if (object.id !== made || !isObject(assigned) || !isObject(assigned.location)) continue;
      return String(assigned.location.id);
    }
  }
  return undefined;
}
