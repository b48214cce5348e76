import type { MailText, TemplateId } from '../../../contract/contact.ts';
import type { Locale } from '../../../contract/level.ts';
import type { Settings } from '../../../contract/settings.ts';
import { addressConfirm } from './address-confirm.ts';
import { cancelled } from './cancelled.ts';
import { idRequest } from './id-request.ts';
import { lastNotice } from './last-notice.ts';
import { phoneRequest } from './phone-request.ts';
import { prepaidRequest } from './prepaid-request.ts';
import { reminder } from './reminder.ts';
import type { TemplateText } from './template-text.ts';
import { thanks } from './thanks.ts';

/** Our wording of every letter. */
export const ourTemplates: Readonly<Record<TemplateId, TemplateText>> = {
  'phone-request': phoneRequest,
  reminder,
  'last-notice': lastNotice,
  thanks,
  'prepaid-request': prepaidRequest,
  'id-request': idRequest,
  'address-confirm': addressConfirm,
  cancelled,
};

/** The shop's own wording where it has one, else ours. */
export const templateOf = (
  { templates }: Pick<Settings['contact'], 'templates'>,
  id: TemplateId,
  language: Locale,
): MailText => templates[id]?.[language] ?? ourTemplates[id][language];
