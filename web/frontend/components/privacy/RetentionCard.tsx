import { BlockStack, Card, Link, List, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { PrivacyAnswer } from '../../../contract/privacy.ts';
import { useFormat } from '../../wording/use-format.ts';
import { useFullDate } from '../../wording/use-full-date.ts';

/** What goes when, what stays as long as it is held, and what remains of it all. */
export function RetentionCard({ page: { retention, kept } }: { page: PrivacyAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fullDate = useFullDate();
  const { months, before, orders, held, lastSweepAt } = retention;
  const last =
    lastSweepAt === null
      ? t('privacy.retentionNever')
      : t('privacy.retentionLast', { when: format.dateTime(lastSweepAt) });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('privacy.retention')}
        </Text>
        <Text as="p">{t('privacy.retentionNow', { months, before: fullDate(before) })}</Text>
        <List>
          <List.Item>{t('privacy.retentionGoing', { n: orders })}</List.Item>
          {held > 0 && <List.Item>{t('privacy.retentionHeld', { n: held })}</List.Item>}
          <List.Item>{last}</List.Item>
        </List>
        <Text as="p">{t('privacy.erasedWith')}</Text>
        <Text as="p">{t('privacy.keptAfter', { auditMonths: kept.auditMonths })}</Text>
        <Text as="p">
          {t('privacy.keptOther', {
            days: kept.failedWebhookDays,
            accessMonths: kept.accessMonths,
          })}
        </Text>
        <Link url="/settings#data">{t('privacy.retentionChange')}</Link>
      </BlockStack>
    </Card>
  );
}
