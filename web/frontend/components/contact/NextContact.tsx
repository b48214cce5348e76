import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ContactDto, TemplateId } from '../../../contract/contact.ts';
import type { OrderDetail } from '../../../contract/orders.ts';
import { useFormat } from '../../wording/use-format.ts';
import { Silence } from './Silence.tsx';
import { useDayText } from './use-day-text.ts';

interface Props {
  order: OrderDetail;
  contact: ContactDto;
  onWrite: (template: TemplateId) => void;
}

/** One sentence that says what comes next and when, and the button for it. */
export function NextContact({ order, contact, onWrite }: Props) {
  const { t } = useTranslation();
  const { next, silence } = contact;
  return (
    <BlockStack gap="200">
      <Answer contact={contact} />
      {silence !== null ? (
        <Silence order={order} silence={silence} />
      ) : (
        next !== null && <Next order={order} contact={contact} next={next} />
      )}
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

interface NextProps extends Pick<Props, 'order' | 'contact'> {
  next: NonNullable<ContactDto['next']>;
}

/** Whoever has confirmed is only thanked once the parcel may leave. */
function sentenceOf(
  { state }: OrderDetail,
  { stage, answer }: ContactDto,
  next: NextProps['next'],
) {
  if (stage !== 'answered' || answer === null) return next.do;
  const isFree = state === 'released' || state === 'approved';
  return answer.answer === 'ordered' && isFree ? 'answered-free' : `answered-${answer.answer}`;
}

/** The buyer still has time: nobody is urged to write again. */
const isWaiting = ({ replyBy, stage, next }: ContactDto): boolean =>
  replyBy !== null && stage !== 'decide' && next !== null && Date.parse(next.at) > Date.now();

function Next({ order, contact, next }: NextProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const dayText = useDayText();
  const waits = isWaiting(contact);
  return (
    <BlockStack gap="100">
      {waits && <Text as="p">{t('contact.waiting', { day: dayText(contact.replyBy ?? '') })}</Text>}
      <Text as="p">
        {waits
          ? t(next.byItself ? 'contact.thenByItself' : 'contact.then', {
              when: format.dateTime(next.at),
              what: t(`contact.whatNext.${next.do}`),
            })
          : t(`contact.now.${sentenceOf(order, contact, next)}`)}
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
