import type { GraphQLResolveInfo } from 'graphql';
import type { Store } from '../store.ts';

/** Who asks, and of which store. */
export interface Context {
  readonly store: Store;
  readonly scopes: ReadonlySet<string>;
  /** True for an online token: it stands for a staff member. */
  readonly online: boolean;
  readonly apiVersion: string;
}

/** Resolvers of one type. graphql-js has coerced the arguments by the schema before they come here. */
export type FieldMap<S> = Readonly<
  Record<string, (source: S, args: never, context: Context, info: GraphQLResolveInfo) => unknown>
>;

export type Resolvers = Readonly<Record<string, FieldMap<never>>>;

export const fields = <S>(map: FieldMap<S>): FieldMap<never> => map;

export interface PageArgs {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
}

interface Identified {
  readonly gid: string;
}

const cursorOf = (item: Identified): string => Buffer.from(item.gid).toString('base64url');

/** A connection over a whole list: nodes, edges and pageInfo by `first`, `last`, `after`, `before`. */
export function connection<T extends Identified>(all: readonly T[], args: PageArgs) {
  const list = args.reverse ? [...all].reverse() : [...all];
  const at = (cursor: string) => list.findIndex((item) => cursorOf(item) === cursor);
  const from = args.after ? at(args.after) + 1 : 0;
  const to = args.before ? at(args.before) : list.length;
  const window = list.slice(from, to < 0 ? list.length : to);
  const nodes =
    args.last != null ? window.slice(-args.last) : window.slice(0, args.first ?? window.length);
  const first = nodes[0];
  const last = nodes[nodes.length - 1];
  return {
    nodes,
    edges: nodes.map((node) => ({ node, cursor: cursorOf(node) })),
    pageInfo: {
      hasNextPage: last !== undefined && list.indexOf(last) < list.length - 1,
      hasPreviousPage: first !== undefined && list.indexOf(first) > 0,
      startCursor: first ? cursorOf(first) : null,
      endCursor: last ? cursorOf(last) : null,
    },
  };
}

export const emptyConnection = (args: PageArgs) => connection([], args);
