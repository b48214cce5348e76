import { BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactBody, MailPreview } from '../../../contract/contact.ts';
import { ApiError } from '../../api-error.ts';
import { showToast } from '../../app-bridge.ts';
import { useSendLetter } from '../../queries/use-contact.ts';
import { ActionProblem } from '../ActionProblem.tsx';
import { mailtoOf } from './mailto.ts';

interface Props {
  orderId: string;
  preview: MailPreview;
  canSend: boolean;
  onClose: () => void;
}

type Way = NonNullable<ContactBody['way']>;

export function Letter({ orderId, preview, canSend, onClose }: Props) {
  const { t } = useTranslation();
  const sending = useSendLetter(orderId);
  const [subject, setSubject] = useState(preview.subject);
  const [text, setText] = useState(preview.text);
  const isBlocked = preview.empty.length > 0 || preview.unknown.length > 0 || preview.to === null;
  const cannot = isBlocked || subject.trim() === '' || text.trim() === '';
  const isChanged = subject !== preview.subject || text !== preview.text;
  const take = (way: Way) => {
    const { template, language } = preview;
    const body = { template, language, way, ...(isChanged && { mail: { subject, text } }) };
    sending.mutate(body, {
      onSuccess: () => {
        showToast(t(`contact.toast.${way}`));
        onClose();
      },
    });
  };
  const [cannotCopy, setCannotCopy] = useState(false);
  // A frame may be kept from the clipboard: then nothing is noted as sent.
  const copy = () =>
    navigator.clipboard.writeText(`${subject}\n\n${text}`).then(
      () => take('copy'),
      () => setCannotCopy(true),
    );
  const mailto = mailtoOf(preview.to ?? '', subject, text);
  return (
    <BlockStack gap="300">
      <Text as="p">{t('contact.to', { address: preview.to ?? t('common.none') })}</Text>
      <TextField
        label={t('contact.subject')}
        value={subject}
        maxLength={200}
        autoComplete="off"
        onChange={setSubject}
      />
      <TextField
        label={t('contact.text')}
        value={text}
        multiline={14}
        maxHeight="50vh"
        maxLength={10_000}
        autoComplete="off"
        onChange={setText}
      />
      {cannotCopy && (
        <div role="alert">
          <Text as="p">{t('contact.copyFailed')}</Text>
        </div>
      )}
      {sending.error !== null && <Refused error={sending.error} />}
      <InlineStack gap="200">
        {canSend && (
          <Button
            variant="primary"
            disabled={cannot}
            loading={sending.isPending}
            onClick={() => take('smtp')}
          >
            {t('contact.send')}
          </Button>
        )}
        <Button disabled={cannot || sending.isPending} onClick={() => void copy()}>
          {t('contact.copy')}
        </Button>
        <Button
          disabled={cannot || sending.isPending}
          {...(!cannot && { url: mailto, target: '_top' as const })}
          onClick={() => take('mailto')}
        >
          {t('contact.openMail')}
        </Button>
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued">
        {t(canSend ? 'contact.sendHelp' : 'contact.copyHelp')}
      </Text>
    </BlockStack>
  );
}

/** A letter that makes no sense now has a sentence of its own. */
function Refused({ error }: { error: Error }) {
  const { t, i18n } = useTranslation();
  const why = error instanceof ApiError ? error.fields.template : undefined;
  const key = `contact.refused.${why}`;
  if (why === undefined || !i18n.exists(key)) return <ActionProblem error={error} />;
  return (
    <div role="alert">
      <Text as="p" tone="critical">
        {t(key)}
      </Text>
    </div>
  );
}
