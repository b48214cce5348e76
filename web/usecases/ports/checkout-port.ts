import type { GuardKind } from '../../contract/checkout-status.ts';
import type { GatewayRefusal } from './shopify-port.ts';

export type { GuardKind };

export interface GuardMetafield {
  readonly key: string;
  /** JSON. Shopify gives a function no metafield of more than 10,000 bytes. */
  readonly value: string;
}

/** What one customization or validation of ours shall be. */
export interface WantedGuard {
  readonly title: string;
  /** A merchant can switch one off in Shopify's own settings; only staff switch it on again. */
  readonly enabled: boolean;
  readonly metafields: readonly GuardMetafield[];
}

/** One as Shopify tells it. */
export interface StandingGuard extends WantedGuard {
  readonly id: string;
  /** Of a validation: our own fault would stop the buyer. */
  readonly blockOnFailure: boolean;
  /** When the function last began to fail (ISO 8601); null: Shopify knows of no failure. */
  readonly failingSince: string | null;
}

/** Shopify's side of the checkout rules. Faults are thrown as `GatewayFault`. */
export interface CheckoutPort {
  /** Those that run our function and carry our metafields, oldest first. */
  standing(shop: string, kind: GuardKind): Promise<readonly StandingGuard[]>;
  /** Sent twice it makes two: only after `standing`. */
  create(
    shop: string,
    kind: GuardKind,
    wanted: WantedGuard,
  ): Promise<{ ok: true } | GatewayRefusal>;
  update(
    shop: string,
    kind: GuardKind,
    id: string,
    wanted: WantedGuard,
  ): Promise<{ ok: true } | GatewayRefusal>;
  remove(shop: string, kind: GuardKind, id: string): Promise<{ ok: true } | GatewayRefusal>;
  dropMetafields(
    shop: string,
    id: string,
    keys: readonly string[],
  ): Promise<{ ok: true } | GatewayRefusal>;
}
