import type { FieldMap } from './resolvers/types.ts';

/** A mutation that a store ran: what an app must not do twice is counted here, whatever it was told. */
export interface Executed {
  readonly shop: string;
  /** Name of the mutation: `orderCancel`, `fulfillmentOrderHold` … */
  readonly field: string;
  /** Arguments as the schema coerced them. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds on the stand-in's clock. */
  readonly at: number;
  /** Messages of its user errors, or of the error that it ended with; none: it was done. */
  readonly refusals: readonly string[];
}

type Resolve = FieldMap<never>[string];

/** The same mutations, each writing down that it ran and whether it was done. */
export const logged = (mutations: FieldMap<never>): FieldMap<never> =>
  Object.fromEntries(
    Object.entries(mutations).map(([field, resolve]) => [field, writeDown(field, resolve)]),
  );

function writeDown(field: string, resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    const { store } = context;
    const entry = {
      shop: store.state.domain,
      field,
      args: { ...(args as object) },
      at: store.now(),
    };
    const end = (refusals: readonly string[]) => store.state.executed.push({ ...entry, refusals });
    try {
      const payload = resolve(source, args, context, info);
      end(refusalsIn(payload));
      return payload;
    } catch (error) {
      end([error instanceof Error ? error.message : String(error)]);
      throw error;
    }
  };
}

/** `userErrors`, or under the names that some mutations have for them. */
function refusalsIn(payload: unknown): string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const messages = Object.entries(payload).flatMap(([name, value]) =>
    /userErrors$/i.test(name) && Array.isArray(value)
      ? value.map((each: { message?: unknown }) => String(each.message ?? ''))
      : [],
  );
  return [...new Set(messages)];
}
