import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListEntryDto } from '../../../contract/lists.ts';
import { addressText } from './who.ts';

/** By what an entry recognises an order: the name first, then every key on a line of its own. */
export function WhoLines({ identity }: { identity: ListEntryDto['identity'] }) {
  const { t } = useTranslation();
  const { name, reading, emails, phones, address, ip, card } = identity;
  const lines = [
    ...(address === null ? [] : [addressText(address)]),
    ...emails,
    ...phones,
    ...(reading === null ? [] : [t('lists.reading', { value: reading })]),
    ...(ip === null ? [] : [t('lists.ip', { value: ip })]),
    ...(card === null ? [] : [t('lists.card', card)]),
  ];
  return (
    <>
      {name !== null && (
        <Text as="p" fontWeight="semibold">
          {name}
        </Text>
      )}
      {lines.map((line) => (
        <Text as="p" key={line}>
          {line}
        </Text>
      ))}
    </>
  );
}
