import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ContactDto, TemplateId } from '../../../contract/contact.ts';
import { useFormat } from '../../wording/use-format.ts';
import { Silence } from './Silence.tsx';
import { useDayText } from './use-day-text.ts';

interface Props {
  orderId: string;
  contact: ContactDto;
  onWrite: (template: TemplateId) => void;
}

/** One sentence that says what comes next and when, and the button for it. */
export function NextContact({ orderId, contact, onWrite }: Props) {
  const { t } = useTranslation();
  const { next } = contact;
  return (
    <BlockStack gap="200">
      <Answer contact={contact} />
      {next !== null && <Next contact={contact} next={next} />}
      <Silence orderId={orderId} silence={contact.silence} />
      {next !== null && next.do !== 'call' && next.do !== 'decide' && (
        <div>
          <Button
            {...(!isWaiting(contact) && { variant: 'primary' as const })}
            onClick={() => onWrite(next.do as TemplateId)}
          >
            {t(`contact.write.${next.do}`)}
          </Button>
        </div>
      )}
    </BlockStack>
  );
}

/** The buyer still has time: nobody is urged to write again. */
const isWaiting = ({ replyBy, stage, next }: ContactDto): boolean =>
  replyBy !== null && stage !== 'decide' && next !== null && Date.parse(next.at) > Date.now();

function Next({ contact, next }: { contact: ContactDto; next: NonNullable<ContactDto['next']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dayText = useDayText();
  const waits = isWaiting(contact);
  const sentence = contact.stage === 'answered' ? `answered-${contact.answer?.answer}` : next.do;
  return (
    <BlockStack gap="100">
      {waits && <Text as="p">{t('contact.waiting', { day: dayText(contact.replyBy ?? '') })}</Text>}
      <Text as="p">
        {waits
          ? t(next.byItself ? 'contact.thenByItself' : 'contact.then', {
              when: format.dateTime(next.at),
              what: t(`contact.whatNext.${next.do}`),
            })
          : t(`contact.now.${sentence}`)}
      </Text>
    </BlockStack>
  );
}

/** What the buyer said, in words that leave no doubt who said it. */
function Answer({ contact: { answer } }: { contact: ContactDto }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (answer === null) return null;
  const { via, by, at } = answer;
  return (
    <div className={`contact-answer contact-answer-${answer.answer}`}>
      <Text as="p" fontWeight="semibold">
        {t(`contact.answered.${answer.answer}`)}
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {t(`contact.via.${via}`, { when: format.when(at), name: by ?? '' })}
      </Text>
    </div>
  );
}
