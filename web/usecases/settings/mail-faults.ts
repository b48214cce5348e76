import type { Settings } from '../../contract/settings.ts';

/** What a mail server could not be used with; dotted path → code. */
export function mailFaults({ mail }: Settings): Record<string, string> {
  if (mail.host === '') return {};
  const faults: Record<string, string> = {};
  if (mail.security === 'none' && !isThisMachine(mail.host)) faults['mail.security'] = 'tls_needed';
  if (mail.from === '' && !mail.user.includes('@')) faults['mail.from'] = 'sender_needed';
  return faults;
}

const isThisMachine = (host: string) => /^(localhost|127(\.\d{1,3}){3})$/i.test(host);
