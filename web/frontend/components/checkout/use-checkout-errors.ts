import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api-error.ts';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { spokenFaults } from './spoken-faults.ts';

export interface CheckoutErrors {
  /** The sentence for what was refused at this path or inside it. */
  within(path: string): string | undefined;
  /** The same for the path alone: what is refused as a whole has no field of its own. */
  at(path: string): string | undefined;
}

/** Sentences of what the server refused, by dotted path. */
export function useCheckoutErrors(form: SettingsDraft): CheckoutErrors {
  const { t } = useTranslation();
  const fields = form.error instanceof ApiError ? form.error.fields : {};
  const say = (name: string | undefined) => {
    if (name === undefined) return undefined;
    const code = fields[name] ?? '';
    return spokenFaults.includes(code) ? t(`checkout.problems.${code}`) : form.errorAt(name);
  };
  const names = Object.keys(fields);
  return {
    within: (path) => say(names.find((name) => name === path || name.startsWith(`${path}.`))),
    at: (path) => say(names.find((name) => name === path)),
  };
}
