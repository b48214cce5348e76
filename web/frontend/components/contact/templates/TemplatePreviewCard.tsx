import { BlockStack, Card, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailText, TemplateId, TemplatePreview } from '../../../../contract/contact.ts';
import type { Locale } from '../../../../contract/level.ts';
import { mergeFields } from '../../../../contract/merge-fields.ts';
import type { Settings } from '../../../../contract/settings.ts';
import { useTemplatePreview } from '../../../queries/use-contact.ts';
import { useOrders } from '../../../queries/use-orders.ts';
import { useSettled } from '../../signals/use-settled.ts';

interface Props {
  template: TemplateId;
  language: Locale;
  mail: MailText;
  signature: Settings['contact']['signature'];
}

const every = { level: [], state: [], q: '' };

/** The letter as a buyer reads it, while it is being typed. */
export function TemplatePreviewCard({ template, language, mail, signature }: Props) {
  const { t } = useTranslation();
  const [orderId, setOrderId] = useState('');
  const orders = useOrders(every).data?.pages[0]?.orders ?? [];
  const typed = useSettled(mail, 300);
  const shown = useTemplatePreview({
    ...{ template, language, signature },
    mail: typed,
    ...(orderId === '' ? {} : { orderId }),
  });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('contact.templates.preview')}
        </Text>
        <Select
          label={t('contact.templates.previewOrder')}
          value={orderId}
          options={[
            { value: '', label: t('contact.templates.sample') },
            ...orders.slice(0, 20).map(({ id, name, buyer }) => ({
              value: id,
              label: [name, buyer].filter(Boolean).join(t('common.dot')),
            })),
          ]}
          onChange={setOrderId}
        />
        {shown.error !== null && (
          <Text as="p" tone="critical">
            {t('contact.templates.previewFailed')}
          </Text>
        )}
        {shown.data !== undefined && <Shown preview={shown.data} />}
      </BlockStack>
    </Card>
  );
}

function Shown({ preview }: { preview: TemplatePreview }) {
  const { t, i18n } = useTranslation();
  const reader = i18n.language === 'en' ? 'en' : 'ja';
  const names = preview.empty.map((id) =>
    id in mergeFields ? mergeFields[id as keyof typeof mergeFields][reader] : id,
  );
  return (
    <BlockStack gap="200">
      {names.length > 0 && (
        <Text as="p" tone="caution">
          {t('contact.templates.empty', { fields: names.join(t('common.separator')) })}
        </Text>
      )}
      <p className="template-subject">{preview.subject}</p>
      <p className="contact-letter">{preview.text}</p>
    </BlockStack>
  );
}
