import { isIP } from 'node:net';
import type { StandardServer } from '../usecases/ports/mail-port.ts';
import { isSendable } from './mail-address.ts';

/**
 * SMTP_URL: `smtps://user:password@host:465`, or `smtp://…:587` where STARTTLS is demanded; in clear
 * only towards this machine. `?from=` names the sender; without it a user that is an address is one.
 */
export function standardServer(text: string, appUrl: string): StandardServer {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const tls = url.protocol === 'smtps:';
  const local = /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);
  const user = decodeURIComponent(url.username);
  const from = url.searchParams.get('from') ?? user;
  return {
    from: isSendable(from) ? from : null,
    lastResort: `no-reply@${domainOf(appUrl)}`,
    server: {
      host,
      port: Number(url.port) || (tls ? 465 : 587),
      security: tls ? 'tls' : local ? 'none' : 'starttls',
      user,
      password: url.password === '' ? null : decodeURIComponent(url.password),
      trusted: true,
    },
  };
}

/** A number has no mail domain. */
function domainOf(appUrl: string): string {
  const { hostname } = new URL(appUrl);
  return isIP(hostname.replace(/^\[(.*)\]$/, '$1')) === 0 ? hostname : 'localhost';
}
