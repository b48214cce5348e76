/** What cart_payment_methods_transform_run.graphql asks for; a test holds it against the schema. */
export interface PaymentInput {
  readonly cart: {
    readonly cost: { readonly totalAmount: { readonly amount: string } };
    readonly buyerIdentity: {
      readonly email: string | null;
      readonly phone: string | null;
      readonly customer: { readonly numberOfOrders: number; readonly hasAnyTag: boolean } | null;
    } | null;
    readonly deliveryGroups: readonly { readonly deliveryAddress: Address | null }[];
    readonly lines: readonly {
      readonly quantity: number;
      /** Without `product`: not a product's variant. */
      readonly merchandise: { readonly product?: { readonly hasAnyTag: boolean } };
    }[];
  };
  /** Presentment currency for one of the shop's currency. */
  readonly presentmentCurrencyRate: string;
  readonly paymentMethods: readonly PaymentMethod[];
  readonly paymentCustomization: {
    readonly rules: { readonly jsonValue: unknown } | null;
    readonly shard: { readonly jsonValue: unknown } | null;
  };
}

export interface Address {
  readonly countryCode: string | null;
  readonly provinceCode: string | null;
  readonly zip: string | null;
  readonly city: string | null;
  readonly address1: string | null;
  readonly address2: string | null;
  readonly company: string | null;
  readonly phone: string | null;
}

export interface PaymentMethod {
  readonly id: string;
  readonly name: string;
}

export interface PaymentResult {
  readonly operations: readonly {
    readonly paymentMethodHide: { readonly paymentMethodId: string };
  }[];
}
