import { BlockStack, InlineGrid, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AddressDto } from '../../contract/orders.ts';
import { addressLines, mapUrl, sameAddress } from '../wording/address-lines.ts';
import { regionName } from '../wording/prefectures.ts';

interface Props {
  shipping: AddressDto | null;
  billing: AddressDto | null;
}

/** Where the parcel goes, with the billing address beside it where the two differ. */
export function Addresses({ shipping, billing }: Props) {
  const { t } = useTranslation();
  const isSame = shipping !== null && billing !== null && sameAddress(shipping, billing);
  if (isSame) {
    return (
      <BlockStack gap="200">
        <Address title={t('order.shipping')} address={shipping} />
        <Text as="p" tone="subdued">
          {t('order.sameAddress')}
        </Text>
      </BlockStack>
    );
  }
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
      {shipping === null ? (
        <Text as="p">{t('order.noShipping')}</Text>
      ) : (
        <Address title={t('order.shipping')} address={shipping} />
      )}
      {billing === null ? (
        <Text as="p">{t('order.noBilling')}</Text>
      ) : (
        <Address title={t('order.billing')} address={billing} />
      )}
    </InlineGrid>
  );
}

function Address({ title, address }: { title: string; address: AddressDto }) {
  const { t } = useTranslation();
  const lines = addressLines(address, regionName(address.province));
  return (
    <BlockStack gap="050">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {address.name !== '' && <Text as="p">{address.name}</Text>}
      {lines.map((line) => (
        <Text as="p" key={line}>
          {line}
        </Text>
      ))}
      {address.phone !== '' && <Text as="p">{address.phone}</Text>}
      <Text as="p">
        <Link
          url={mapUrl(lines.filter((line) => line !== address.company))}
          external
          accessibilityLabel={`${title} ${t('order.map')}${t('common.newTab')}`}
        >
          {t('order.map')}
        </Link>
      </Text>
    </BlockStack>
  );
}
