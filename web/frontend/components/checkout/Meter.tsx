import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CheckoutMeter } from '../../../contract/checkout-status.ts';
import type { ListedKind } from '../../../contract/checkout-words.ts';

interface Props {
  meter: CheckoutMeter;
  lists: readonly ListedKind[];
}

/** How many entries of the chosen lists act at checkout; the others are judged after the order. */
export function Meter({ meter, lists }: Props) {
  const { t, i18n } = useTranslation();
  const number = (value: number) => value.toLocaleString(i18n.language);
  const left = meter.chosen - meter.acting;
  return (
    <BlockStack gap="100">
      <Text as="p">
        {t('checkout.meter.acting', {
          lists: lists.map((kind) => t(`listKind.${kind}`)).join(t('common.dot')),
          chosen: number(meter.chosen),
          acting: number(meter.acting),
          people: number(meter.people),
        })}
      </Text>
      {left > 0 && <Text as="p">{t('checkout.meter.left', { n: number(left) })}</Text>}
      <meter
        className="checkout-meter"
        aria-label={t('checkout.meter.room')}
        min={0}
        max={Math.max(1, meter.capacity)}
        value={meter.hashes}
      />
      <Text as="p" tone="subdued">
        {t('checkout.meter.hashes', {
          hashes: number(meter.hashes),
          capacity: number(meter.capacity),
        })}
      </Text>
    </BlockStack>
  );
}
