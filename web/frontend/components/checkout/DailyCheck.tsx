import { BlockStack, List, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CheckoutFinding, CheckoutStatus } from '../../../contract/checkout-status.ts';
import { useFormat } from '../../wording/use-format.ts';

/** What the daily look found, and that it is no test of Shopify's checkout. */
export function DailyCheck({ check }: { check: CheckoutStatus['check'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const line = ({ guard, what, detail }: CheckoutFinding): string => {
    const text = t(`checkout.finding.${what}`, { guard: t(`checkout.guard.${guard}`) });
    if (detail === null) return text;
    const said = what === 'failing' ? format.when(detail) : detail;
    return t('common.withDetail', { value: text, detail: said });
  };
  return (
    <BlockStack gap="100">
      <Text as="h3" fontWeight="semibold">
        {t('checkout.check.title')}
      </Text>
      <Text as="p">
        {check === null
          ? t('checkout.check.none')
          : t(`checkout.check.${check.findings.length === 0 ? 'fine' : 'found'}`, {
              when: format.when(check.at),
              n: check.findings.length,
            })}
      </Text>
      {check !== null && check.findings.length > 0 && (
        <List>
          {check.findings.map((finding) => (
            <List.Item key={`${finding.guard} ${finding.what} ${finding.detail}`}>
              {line(finding)}
            </List.Item>
          ))}
        </List>
      )}
      <Text as="p" tone="subdued">
        {t('checkout.check.noTest')}
      </Text>
    </BlockStack>
  );
}
