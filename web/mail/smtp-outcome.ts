import type { MailProblem } from '../contract/mails.ts';
import type { MailOutcome } from '../usecases/ports/mail-port.ts';

/** What an error of a session means for the mail. `hasLeft`: the message was on its way by then. */
export function outcomeOf(error: unknown, hasLeft: boolean): MailOutcome {
  const { code, command, reply, said } = readError(error);
  // An answer to the message itself settles it; without one nobody knows.
  if (hasLeft && reply === null) return { kind: 'unknown', problem: 'lost', said };
  const problem = problemOf(code, command, reply);
  const forGood = reply !== null && reply >= 500 && reply !== 503 && !ofSettings.has(problem);
  return { kind: forGood ? 'refused' : 'failed', problem, said };
}

/** Staff can mend them while the mail waits: it comes again. */
const ofSettings: ReadonlySet<MailProblem> = new Set(['login', 'tls']);

/** OpenSSL's and Node's names for a handshake or a certificate that did not hold. */
const tlsError =
  /^(ERR_TLS|ERR_SSL|EPROTO$|CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/;

function problemOf(code: string, command: string, reply: number | null): MailProblem {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'login';
  if (code === 'ETLS' || tlsError.test(code)) return 'tls';
  if (reply !== null && reply < 500) return 'busy';
  if (command === 'MAIL FROM') return 'sender';
  if (command === 'RCPT TO') return 'recipient';
  if (command === 'DATA' || code === 'EMESSAGE') return 'content';
  return code === 'ETIMEDOUT' ? 'timeout' : 'connection';
}

interface SmtpError {
  readonly code?: unknown;
  /** The system's or OpenSSL's, where nodemailer put its own in its place. */
  readonly originalCode?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
}

function readError(error: unknown) {
  const value: SmtpError = typeof error === 'object' && error !== null ? error : {};
  const code = value.originalCode ?? value.code;
  return {
    code: typeof code === 'string' ? code : '',
    command: typeof value.command === 'string' ? value.command : '',
    reply: typeof value.responseCode === 'number' ? value.responseCode : null,
    said: typeof value.response === 'string' ? oneLine(value.response) : null,
  };
}

const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
