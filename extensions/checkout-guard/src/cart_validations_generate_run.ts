import { errorsOf } from './checks.ts';
import type { ValidationInput, ValidationResult } from './input.ts';
import { readRules } from './read-rules.ts';

const noError: ValidationResult = { operations: [] };
/** In the cart an error would also close the express buttons, before anything was typed. */
const steps = ['CHECKOUT_INTERACTION', 'CHECKOUT_COMPLETION'];

/** Asks the buyer to check what is wrong. A fault of ours never stops a checkout. */
export function cartValidationsGenerateRun(input: ValidationInput): ValidationResult {
  try {
    return validate(input);
  } catch {
    return noError;
  }
}

function validate(input: ValidationInput): ValidationResult {
  if (!steps.includes(input.buyerJourney.step ?? '')) return noError;
  const rules = readRules(input.validation.rules?.jsonValue);
  if (!rules) return noError;
  const errors = errorsOf(input, rules);
  return errors.length > 0 ? { operations: [{ validationAdd: { errors } }] } : noError;
}
