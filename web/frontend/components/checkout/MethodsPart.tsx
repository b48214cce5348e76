import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { NameList } from '../settings/NameList.tsx';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { Part } from '../signals/Part.tsx';

/** How the payment methods are called at checkout: a function knows a method by its name alone. */
export function MethodsPart({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { checkout, cod } = form.draft;
  const lists = [
    {
      method: 'cod',
      path: 'cod.checkoutNames',
      names: cod.checkoutNames,
      set: (checkoutNames: string[]) =>
        form.change((now) => ({ cod: { ...now.cod, checkoutNames } })),
    },
    {
      method: 'konbini',
      path: 'checkout.konbiniNames',
      names: checkout.konbiniNames,
      set: (konbiniNames: string[]) =>
        form.change((now) => ({ checkout: { ...now.checkout, konbiniNames } })),
    },
    {
      method: 'bank',
      path: 'checkout.bankNames',
      names: checkout.bankNames,
      set: (bankNames: string[]) =>
        form.change((now) => ({ checkout: { ...now.checkout, bankNames } })),
    },
  ] as const;
  return (
    <Part id="methods" title={t('checkout.methodsTitle')} about={t('checkout.methodsAbout')}>
      <div className="part-body">
        <BlockStack gap="400">
          {lists.map(({ method, path, names, set }) => (
            <NameList
              key={method}
              title={t(`checkout.method.${method}`)}
              help={t(`checkout.namesHelp.${method}`)}
              label={t('checkout.addName', { method: t(`checkout.method.${method}`) })}
              names={names}
              error={form.errorAt(path)}
              isDisabled={form.isReadOnly}
              onChange={set}
            />
          ))}
          <Text as="p" tone="subdued">
            {t('checkout.lastMethod')}
          </Text>
        </BlockStack>
      </div>
    </Part>
  );
}
