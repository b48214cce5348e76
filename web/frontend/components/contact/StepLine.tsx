import { useTranslation } from 'react-i18next';
import type { ContactDto } from '../../../contract/contact.ts';
import { contactSteps, isDone } from './contact-steps.ts';

/** 電話 → メール → 再送 → キャンセル予告 → 判断, and where this order stands. */
export function StepLine({ contact }: { contact: ContactDto }) {
  const { t } = useTranslation();
  const isAnswered = contact.stage === 'answered';
  return (
    <ol className="contact-steps" aria-label={t('contact.stepsLabel')}>
      {contactSteps.map((step) => {
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
