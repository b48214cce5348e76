import { useTranslation } from 'react-i18next';
import type { ContactDto, TemplateId } from '../../../contract/contact.ts';

const steps = ['called', 'asked', 'reminded', 'last-notice', 'decide'] as const;

/** What was really done: a step that was passed over is not shown as done. */
function isDone({ calls, mails }: ContactDto, step: (typeof steps)[number]): boolean {
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

/** 電話 → メール → 再送 → キャンセル予告 → 判断, and where this order stands. */
export function StepLine({ contact }: { contact: ContactDto }) {
  const { t } = useTranslation();
  const isAnswered = contact.stage === 'answered';
  return (
    <ol className="contact-steps" aria-label={t('contact.stepsLabel')}>
      {steps.map((step) => {
        const state = contact.stage === step ? 'now' : isDone(contact, step) ? 'done' : 'open';
        return (
          <li
            key={step}
            className={`contact-step contact-step-${state}`}
            {...(state === 'now' && { 'aria-current': 'step' as const })}
          >
            <span className="contact-mark" aria-hidden="true" />
            <span>
              {t(`contact.steps.${step}`)}
              {state === 'done' && <span className="visually-hidden">{t('contact.stepDone')}</span>}
            </span>
          </li>
        );
      })}
      {isAnswered && (
        <li className="contact-step contact-step-now" aria-current="step">
          <span className="contact-mark" aria-hidden="true" />
          <span>{t('contact.steps.answered')}</span>
        </li>
      )}
    </ol>
  );
}
