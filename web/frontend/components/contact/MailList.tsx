import { Badge, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { MailDto, MailState, TemplateId } from '../../../contract/contact.ts';
import { useMailAction } from '../../queries/use-mails.ts';
import { useFormat } from '../../wording/use-format.ts';
import { ActionProblem } from '../ActionProblem.tsx';
import { Fold } from '../Fold.tsx';

const tones: Partial<Record<MailState, 'success' | 'info' | 'warning' | 'critical'>> = {
  sent: 'success',
  taken: 'success',
  waiting: 'info',
  sending: 'info',
  unknown: 'warning',
  failed: 'critical',
  bounced: 'critical',
};

/** Every letter to this buyer, the newest first, and what became of it. */
export function MailList({
  mails,
  onWrite,
}: {
  mails: MailDto[];
  onWrite: (id: TemplateId) => void;
}) {
  const { t } = useTranslation();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('contact.mails')}
      </Text>
      <ul className="plain-list contact-mails">
        {mails.map((mail) => (
          <li key={mail.id}>
            <Mail mail={mail} onWrite={onWrite} />
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}

function Mail({ mail, onWrite }: { mail: MailDto; onWrite: (id: TemplateId) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tone = tones[mail.state];
  const by = mail.by === '' ? t('contact.byItself') : mail.by;
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" fontWeight="medium">
          {t(`contact.template.${mail.template}`)}
        </Text>
        <Badge {...(tone && { tone })}>{t(`contact.mailState.${mail.state}`)}</Badge>
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued">
        {[format.when(mail.sentAt ?? mail.at), by].join(t('common.dot'))}
      </Text>
      <Trouble mail={mail} onWrite={onWrite} />
      {mail.state === 'sent' && <CameBack id={mail.id} />}
      <Fold summary={t('contact.showText')}>
        <Text as="p" fontWeight="medium">
          {mail.subject}
        </Text>
        <p className="contact-letter">{mail.text}</p>
      </Fold>
    </BlockStack>
  );
}

/** A returned mail comes to the shop's mailbox, which the app cannot read: a person says so. */
function CameBack({ id }: { id: string }) {
  const { t } = useTranslation();
  const action = useMailAction();
  return (
    <BlockStack gap="150">
      {action.error !== null && <ActionProblem error={action.error} />}
      <InlineStack>
        <Button
          size="slim"
          variant="plain"
          loading={action.isPending}
          onClick={() => action.mutate({ id, what: 'bounced' })}
        >
          {t('contact.cameBack')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

/** What went wrong in words, and what a person can do about it. */
function Trouble({ mail, onWrite }: { mail: MailDto; onWrite: (id: TemplateId) => void }) {
  const { t } = useTranslation();
  const action = useMailAction();
  const { state, problem } = mail;
  if (state !== 'unknown' && state !== 'failed' && state !== 'bounced') return null;
  const run = (what: 'again' | 'arrived') => action.mutate({ id: mail.id, what });
  return (
    <BlockStack gap="150">
      {problem !== null && <Text as="p">{t(`mailProblem.${problem}`)}</Text>}
      {mail.error !== null && (
        <Text as="p" variant="bodySm" tone="subdued">
          {t('contact.serverSaid', { text: mail.error })}
        </Text>
      )}
      {state === 'bounced' && <Text as="p">{t('contact.cameBackNext')}</Text>}
      {action.error !== null && <ActionProblem error={action.error} />}
      <InlineStack gap="200">
        {state === 'bounced' ? (
          <Button size="slim" onClick={() => onWrite(mail.template)}>
            {t('contact.writeAnew')}
          </Button>
        ) : (
          <Button size="slim" loading={action.isPending} onClick={() => run('again')}>
            {t('contact.again')}
          </Button>
        )}
        {state === 'unknown' && (
          <Button size="slim" disabled={action.isPending} onClick={() => run('arrived')}>
            {t('contact.arrived')}
          </Button>
        )}
      </InlineStack>
    </BlockStack>
  );
}
