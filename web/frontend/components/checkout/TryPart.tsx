import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TriedBuyer } from '../../../contract/checkout-try.ts';
import { useTryCheckout } from '../../queries/use-try-checkout.ts';
import { problemKey } from '../../wording/problem-key.ts';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { Part } from '../signals/Part.tsx';
import { TryFields } from './TryFields.tsx';
import { TryResult } from './TryResult.tsx';

const nobody: TriedBuyer = {
  ...{ email: '', phone: '', zip: '', province: '', city: '', address1: '', address2: '' },
  company: '',
  orders: null,
  amount: 3000,
  quantity: 1,
  productTagged: false,
  customerTagged: false,
};

/** This buyer, this cart: what would happen, and why; also with what is not saved yet. */
export function TryPart({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const [buyer, setBuyer] = useState(nobody);
  const trying = useTryCheckout();
  const change = (part: Partial<TriedBuyer>) => {
    setBuyer((now) => ({ ...now, ...part }));
    // An answer about another buyer must not stand beside this one.
    trying.reset();
  };
  return (
    <Part id="try" title={t('checkout.tryTitle')} about={t('checkout.tryAbout')}>
      <form
        className="part-body"
        onSubmit={(event) => {
          event.preventDefault();
          trying.mutate({ settings: form.draft, buyer });
        }}
      >
        <BlockStack gap="400">
          <TryFields buyer={buyer} rules={form.draft.checkout.rules} onChange={change} />
          <InlineStack>
            <Button submit loading={trying.isPending}>
              {t('checkout.try.run')}
            </Button>
          </InlineStack>
          <div role="status">
            {trying.error !== null && (
              <Text as="p" tone="critical">
                {t(isWrong(trying.error) ? 'checkout.try.invalid' : problemKey(trying.error))}
              </Text>
            )}
            {trying.data !== undefined && (
              <TryResult answer={trying.data} settings={trying.variables.settings} />
            )}
          </div>
        </BlockStack>
      </form>
    </Part>
  );
}

/** Something typed here or in the rules; the rules tell it at their own fields once they are saved. */
const isWrong = (error: Error): boolean => 'code' in error && error.code === 'invalid';
