import { BlockStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../../../contract/orders.ts';
import { doneOf, hintOf, saidOf } from './security-code.ts';

/** What the card's security code said, what was done because of it, and by which setting. */
export function SecurityCode({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const { card } = order;
  if (!card) return null;
  const hint = hintOf(card);
  const setting = card.rule === null ? '' : t(`card.setting.${card.rule.setting}`);
  const done = doneOf(card);
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t('card.title')}
      </Text>
      <Text as="p">{t(`card.code.${saidOf(card)}`)}</Text>
      {done !== null && <Text as="p">{t(`card.done.${done}`, { setting })}</Text>}
      {hint !== null && (
        <Text as="p">
          {t(`card.hint.${hint}`)} <Link url="/settings/checkout#shopify">{t('card.shopify')}</Link>
        </Text>
      )}
    </BlockStack>
  );
}
