import type { GraphQLError } from 'graphql';

interface WireError {
  readonly message: string;
  readonly locations?: unknown;
  readonly path?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface Wording {
  readonly pattern: RegExp;
  readonly say: (...parts: string[]) => Pick<WireError, 'message' | 'extensions'>;
}

/** Shopify validates with its own software: the same refusals, other words and codes. */
const wordings: readonly Wording[] = [
  {
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
    say: (field = '', type = '') => ({
      message: `Field '${field}' doesn't exist on type '${type}'`,
      extensions: { code: 'undefinedField', typeName: type, fieldName: field },
    }),
  },
  {
    pattern: /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
    say: (argument = '', field = '') => ({
      message: `Field '${field}' doesn't accept argument '${argument}'`,
      extensions: {
        code: 'argumentNotAccepted',
        name: field,
        typeName: 'Field',
        argumentName: argument,
      },
    }),
  },
  {
    pattern: /^Field "(\w+)" is not defined by type "(\w+)"/,
    say: (field = '', type = '') => ({
      message: `InputObject '${type}' doesn't accept argument '${field}'`,
      extensions: {
        code: 'argumentNotAccepted',
        name: type,
        typeName: 'InputObject',
        argumentName: field,
      },
    }),
  },
  {
    pattern: /^Field "(\w+)" argument "(\w+)" of type "[^"]+" is required/,
    say: (field = '', argument = '') => ({
      message: `Field '${field}' is missing required arguments: ${argument}`,
      extensions: {
        code: 'missingRequiredArguments',
        className: 'Field',
        name: field,
        arguments: argument,
      },
    }),
  },
];

/** A validation error of graphql-js as Shopify would put it. */
export function validationError(error: GraphQLError): WireError {
  const plain = error.toJSON();
  for (const { pattern, say } of wordings) {
    const found = pattern.exec(error.message);
    if (found) {
      const said = say(...found.slice(1));
      return { ...said, ...(plain.locations ? { locations: plain.locations } : {}) };
    }
  }
  return plain;
}

/** An error of the execution: graphql-js has path and place already. */
export const executionError = (error: GraphQLError): WireError => {
  const plain = error.toJSON();
  return Object.keys(plain.extensions ?? {}).length > 0 || !error.originalError
    ? plain
    : { ...plain, extensions: { code: 'NOT_MODELLED' } };
};

export type { WireError };
