import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { type TemplateId, templateIds } from '../../../contract/contact-kinds.ts';
import type { OrderDetail } from '../../../contract/orders.ts';
import { AppLink } from '../AppLink.tsx';

interface Props {
  order: OrderDetail;
  onWrite: (template: TemplateId) => void;
}

/** Every letter that makes sense for this order; the next one has a button of its own. */
export function LetterChoice({ order, onWrite }: Props) {
  const { t } = useTranslation();
  const isCancelled = order.state === 'cancelled';
  const offered = templateIds.filter(
    (id) => (id === 'cancelled') === isCancelled && id !== order.contact?.next?.do,
  );
  return (
    <BlockStack gap="200">
      <ul className="plain-list">
        {offered.map((id) => (
          <li key={id}>
            <Button variant="plain" textAlign="left" onClick={() => onWrite(id)}>
              {t(`contact.template.${id}`)}
            </Button>
          </li>
        ))}
      </ul>
      <Text as="p" variant="bodySm">
        <AppLink url="/settings/templates">{t('contact.editTemplates')}</AppLink>
      </Text>
    </BlockStack>
  );
}
