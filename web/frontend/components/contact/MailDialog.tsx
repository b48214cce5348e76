import { Banner, BlockStack, Link, Spinner, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailPreview, TemplateId } from '../../../contract/contact.ts';
import type { Locale } from '../../../contract/level.ts';
import { mergeFields } from '../../../contract/merge-fields.ts';
import type { OrderDetail } from '../../../contract/orders.ts';
import { useMailPreview } from '../../queries/use-contact.ts';
import { ActionProblem } from '../ActionProblem.tsx';
import { Dialog } from '../lists/Dialog.tsx';
import { RadioField } from '../settings/RadioField.tsx';
import { Letter } from './Letter.tsx';

interface Props {
  order: OrderDetail;
  canSend: boolean;
  template: TemplateId;
  onClose: () => void;
}

/** The letter as it will be read, to be changed and then sent, copied or opened elsewhere. */
export function MailDialog({ order, canSend, template, onClose }: Props) {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<Locale>();
  const preview = useMailPreview(order.id, template, language);
  return (
    <Dialog title={t(`contact.template.${template}`)} onClose={onClose}>
      <BlockStack gap="400">
        {preview.error !== null && <ActionProblem error={preview.error} />}
        {preview.data === undefined && preview.error === null && (
          <Spinner accessibilityLabel={t('common.loading')} size="small" />
        )}
        {preview.data !== undefined && (
          <>
            <RadioField
              label={t('contact.language')}
              error={undefined}
              isDisabled={false}
              value={preview.data.language}
              choices={[
                { value: 'ja', label: t('contact.ja') },
                { value: 'en', label: t('contact.en') },
              ]}
              onChange={(value) => setLanguage(value)}
            />
            <Missing preview={preview.data} />
            <Letter
              key={`${preview.data.language} ${preview.dataUpdatedAt}`}
              orderId={order.id}
              preview={preview.data}
              canSend={canSend}
              onClose={onClose}
            />
          </>
        )}
      </BlockStack>
    </Dialog>
  );
}

/** Why it cannot be sent yet, and where to mend it. */
function Missing({ preview }: { preview: MailPreview }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'ja';
  const names = preview.empty.map((id) =>
    id in mergeFields ? mergeFields[id as keyof typeof mergeFields][language] : id,
  );
  const isBlocked = names.length > 0 || preview.unknown.length > 0 || preview.to === null;
  if (!isBlocked) return null;
  return (
    <Banner tone="warning" title={t('contact.cannotSend')}>
      <BlockStack gap="100">
        {preview.to === null && <Text as="p">{t('contact.noAddress')}</Text>}
        {preview.empty.includes('first-mail-date') && (
          <Text as="p">{t('contact.nothingAsked')}</Text>
        )}
        {names.length > 0 && (
          <Text as="p">
            {t('contact.emptyFields', { fields: names.join(t('common.separator')) })}
          </Text>
        )}
        {preview.unknown.length > 0 && (
          <Text as="p">
            {t('contact.unknownFields', { fields: preview.unknown.join(t('common.separator')) })}
          </Text>
        )}
        <Link url="/settings/templates">{t('contact.editTemplates')}</Link>
      </BlockStack>
    </Banner>
  );
}
