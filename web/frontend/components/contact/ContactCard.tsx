import { BlockStack, Card, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactDto, TemplateId } from '../../../contract/contact.ts';
import type { OrderDetail } from '../../../contract/orders.ts';
import { Fold } from '../Fold.tsx';
import { AnswerPart } from './AnswerPart.tsx';
import { IdPart } from './IdPart.tsx';
import { LetterChoice } from './LetterChoice.tsx';
import { MailDialog } from './MailDialog.tsx';
import { MailList } from './MailList.tsx';
import { NextContact } from './NextContact.tsx';
import { StepLine } from './StepLine.tsx';
import './contact.css';

/** How far the shop has come in asking the buyer, and what comes next. */
export function ContactCard({ order }: { order: OrderDetail }) {
  return order.contact === null ? null : <Contact order={order} contact={order.contact} />;
}

function Contact({ order, contact }: { order: OrderDetail; contact: ContactDto }) {
  const { t } = useTranslation();
  const [letter, setLetter] = useState<TemplateId | null>(null);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('contact.title')}
        </Text>
        <StepLine contact={contact} />
        <NextContact order={order} contact={contact} onWrite={setLetter} />
        {contact.mails.length > 0 && <MailList mails={contact.mails} onWrite={setLetter} />}
        <Fold summary={t('contact.otherLetters')}>
          <LetterChoice order={order} onWrite={setLetter} />
        </Fold>
        <Fold summary={t('contact.answer.title')}>
          <AnswerPart orderId={order.id} />
        </Fold>
        <IdPart orderId={order.id} seen={contact.idSeen} />
      </BlockStack>
      {letter !== null && (
        <MailDialog
          order={order}
          canSend={contact.canSend}
          template={letter}
          onClose={() => setLetter(null)}
        />
      )}
    </Card>
  );
}
