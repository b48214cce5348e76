import type { ContactDto, TemplateId } from '../../../contract/contact.ts';

export const contactSteps = ['called', 'asked', 'reminded', 'last-notice', 'decide'] as const;

/** What was really done: a step that was passed over is not shown as done. */
export function isDone(
  { calls, mails }: Pick<ContactDto, 'calls' | 'mails'>,
  step: (typeof contactSteps)[number],
): boolean {
  const wrote = (...templates: TemplateId[]) =>
    mails.some(({ template }) => templates.includes(template));
  switch (step) {
    case 'called':
      return calls.length > 0;
    case 'asked':
      return wrote('phone-request', 'prepaid-request', 'id-request', 'address-confirm');
    case 'reminded':
      return wrote('reminder');
    case 'last-notice':
      return wrote('last-notice');
    case 'decide':
      return false;
  }
}
