import { BlockStack, Button, InlineStack, Link, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailsAnswer } from '../../../../contract/mails.ts';
import { useMailAction } from '../../../queries/use-mails.ts';
import { problemKey } from '../../../wording/problem-key.ts';

type Troubled = MailsAnswer['troubled'][number];

/** Mails that did not go out, or of which nobody knows: a person says what to do. */
export function TroubledMails({ mails }: { mails: readonly Troubled[] }) {
  const { t } = useTranslation();
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {t('settings.mail.troubled')}
      </Text>
      {mails.length === 0 && (
        <Text as="p" tone="subdued">
          {t('settings.mail.troubledNone')}
        </Text>
      )}
      {mails.map((mail) => (
        <OneMail key={mail.id} mail={mail} />
      ))}
    </BlockStack>
  );
}

function OneMail({ mail }: { mail: Troubled }) {
  const { t } = useTranslation();
  const action = useMailAction();
  const { id, order, state, problem, error, subject } = mail;
  return (
    <div className="troubled-mail">
      <BlockStack gap="100">
        <Text as="p" fontWeight="semibold">
          {t(`settings.mail.state.${state}`)}
        </Text>
        <p>
          {order === null ? (
            t('settings.mail.toStaff')
          ) : (
            <Link url={`/orders/${order.id}`}>{order.name}</Link>
          )}
          {t('common.dot')}
          {subject}
        </p>
        {problem !== null && <p>{t(`mailProblem.${problem}`)}</p>}
        {error !== null && (
          <p className="server-words">{t('settings.mail.said', { said: error })}</p>
        )}
        <Buttons
          mail={mail}
          isBusy={action.isPending}
          onDo={(what) => action.mutate({ id, what })}
        />
        {action.error !== null && <p role="alert">{t(problemKey(action.error))}</p>}
      </BlockStack>
    </div>
  );
}

interface ButtonsProps {
  mail: Troubled;
  isBusy: boolean;
  onDo: (what: 'again' | 'arrived') => void;
}

/** One of unknown fate is sent again only after it was said that it may arrive twice. */
function Buttons({ mail: { state, subject }, isBusy, onDo }: ButtonsProps) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const isUnknown = state === 'unknown';
  const again = t('settings.mail.again');
  return (
    <>
      {asks && <p role="alert">{t('settings.mail.againAsk')}</p>}
      <InlineStack gap="200">
        <Button
          loading={isBusy}
          accessibilityLabel={`${again} ${subject}`}
          onClick={() => (isUnknown && !asks ? setAsks(true) : onDo('again'))}
        >
          {again}
        </Button>
        {isUnknown && (
          <Button
            disabled={isBusy}
            accessibilityLabel={`${t('settings.mail.arrived')} ${subject}`}
            onClick={() => onDo('arrived')}
          >
            {t('settings.mail.arrived')}
          </Button>
        )}
      </InlineStack>
    </>
  );
}
