/** What cart_validations_generate_run.graphql asks for; a test holds it against the schema. */
export interface ValidationInput {
  readonly buyerJourney: { readonly step: string | null };
  readonly cart: {
    readonly buyerIdentity: { readonly email: string | null; readonly phone: string | null } | null;
    readonly deliveryGroups: readonly { readonly deliveryAddress: Address | null }[];
    readonly lines: readonly { readonly quantity: number }[];
  };
  readonly localization: { readonly language: { readonly isoCode: string } };
  readonly validation: {
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
  readonly phone: string | null;
}

export interface ValidationError {
  readonly message: string;
  /** `$.cart`, or the path of the field beside which it is shown. */
  readonly target: string;
}

export interface ValidationResult {
  readonly operations: readonly {
    readonly validationAdd: { readonly errors: readonly ValidationError[] };
  }[];
}
