import { fieldErrors } from '../../contract/field-errors.ts';
import { type Settings, settingsSchema } from '../../contract/settings.ts';
import { alertFaults } from '../alerts/alert-faults.ts';
import { checkoutFaults } from '../checkout/checkout-faults.ts';
import { templateFaults } from '../contact/template-faults.ts';
import type { Answer } from '../use-cases.ts';
import { mailFaults } from './mail-faults.ts';
import { faultOfParameter, isSignal } from './settings-document.ts';

/** Shape, ranges, and whether what it names exists; the revision is for who saves. */
export function checkSettings(document: unknown): Answer<Settings> {
  const parsed = settingsSchema.safeParse(document);
  if (!parsed.success) return { ok: false, code: 'invalid', fields: fieldErrors(parsed.error) };
  const fields = {
    ...unknownSignals(parsed.data),
    ...wrongParameters(parsed.data),
    ...checkoutFaults(parsed.data),
    ...templateFaults(parsed.data),
    ...mailFaults(parsed.data),
    ...alertFaults(parsed.data),
  };
  if (Object.keys(fields).length > 0) return { ok: false, code: 'invalid', fields };
  return { ok: true, value: parsed.data };
}

/** A signal that is misspelled would silently do nothing. */
const unknownSignals = ({ judgement }: Settings): Record<string, string> =>
  Object.fromEntries(
    Object.keys(judgement.signals)
      .filter((id) => !isSignal(id))
      .map((id) => [`judgement.signals.${id}`, 'unknown_signal']),
  );

function wrongParameters({ judgement }: Settings): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const [id, numbers] of Object.entries(judgement.parameters)) {
    if (!isSignal(id)) faults[`judgement.parameters.${id}`] = 'unknown_signal';
    else {
      for (const [key, value] of Object.entries(numbers)) {
        const fault = faultOfParameter(id, key, value);
        if (fault !== null) faults[`judgement.parameters.${id}.${key}`] = fault;
      }
    }
  }
  return faults;
}
