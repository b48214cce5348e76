import { Text } from '@shopify/polaris';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { WouldHave as Found } from '../../../../contract/automation.ts';
import { AppLink } from '../../AppLink.tsx';
import { Fold } from '../../Fold.tsx';

interface Props {
  name: 'cancel' | 'capture';
  /** undefined: not here yet. */
  found: Found | undefined;
}

/** What an automation would have done within the last 30 days, with the orders to look at. */
export function WouldHave({ name, found }: Props) {
  const { t } = useTranslation();
  if (found === undefined) return null;
  const sentence = t(`settings.automation.${name}WouldHave`, { n: found.count });
  if (found.orders.length === 0) {
    return (
      <Text as="p" variant="bodySm" tone="subdued">
        {t('settings.automation.wouldHaveNone')}
      </Text>
    );
  }
  return (
    <Fold summary={sentence}>
      <p>
        {found.orders.map(({ id, name: order }, n) => (
          <Fragment key={id}>
            {n > 0 && t('common.dot')}
            <AppLink url={`/orders/${id}`}>{order}</AppLink>
          </Fragment>
        ))}
      </p>
    </Fold>
  );
}
