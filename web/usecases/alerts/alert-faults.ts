import type { Settings } from '../../contract/settings.ts';
import type { Secret } from '../../contract/staff-settings.ts';

/** What cannot work is refused where it is typed; where a name leads is found out when it is used. */
export function alertFaults({ alerts }: Settings): Record<string, string> {
  const { mail, slack, webhook, digestAt } = alerts;
  const needsAddress = (mail.on || digestAt !== null) && mail.to.length === 0;
  return {
    ...(needsAddress ? { 'alerts.mail.to': 'required' } : {}),
    ...urlFault('alerts.slack.url', slack.on, slack.url),
    ...urlFault('alerts.webhook.url', webhook.on, webhook.url),
    ...(webhook.on && !webhook.key.set ? { 'alerts.webhook.key': 'required' } : {}),
  };
}

function urlFault(field: string, isOn: boolean, url: Secret): Record<string, string> {
  if (isOn && !url.set) return { [field]: 'required' };
  return 'value' in url && !isSafe(url.value) ? { [field]: 'https_only' } : {};
}

/** https; in clear only this machine itself, where a stand-in runs (refused again when it is sent). */
function isSafe(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}
