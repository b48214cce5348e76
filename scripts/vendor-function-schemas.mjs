/**
 * Writes the official schema of each checkout function beside it, without its prose:
 *
 *   node scripts/vendor-function-schemas.mjs
 *
 * Shopify CLI reads it there, and our tests check queries, inputs and outputs against it.
 */
import { writeFileSync } from 'node:fs';
import { buildClientSchema, parse, print, printSchema, visit } from 'graphql';
import { apiVersion, packageSpec, withOfficialSchemas } from './dev-mcp-package.mjs';

const schemas = {
  'payment-guard': 'functions_payment_customization',
  'checkout-guard': 'functions_cart_checkout_validation',
};

/** Types only: the prose is ten times as long. */
const withoutProse = (schema) =>
  print(
    visit(parse(printSchema(schema)), {
      enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
    }),
  );

withOfficialSchemas((schema, licence) => {
  for (const [extension, name] of Object.entries(schemas)) {
    const folder = new URL(`../extensions/${extension}/`, import.meta.url);
    const text = withoutProse(buildClientSchema(schema(name).data));
    writeFileSync(new URL('schema.graphql', folder), `${text}\n`);
    writeFileSync(
      new URL('LICENSE-schema.txt', folder),
      `schema.graphql is ${name}_${apiVersion} of ${packageSpec} (npm), without its descriptions,\n` +
        `printed by scripts/vendor-function-schemas.mjs. Its licence:\n\n${licence}\n`,
    );
    console.log(`extensions/${extension}/schema.graphql: ${text.length} characters`);
  }
});
