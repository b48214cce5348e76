import { Badge, BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AboutData } from '../../../contract/about.ts';
import { Facts } from '../Facts.tsx';
import { ageText } from './age-text.ts';

/** What the app judges with: how old it is, who made it, and under which licence. */
export function DataCard({ data }: { data: readonly AboutData[] }) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('about.dataTitle')}
          </Text>
          <Text as="p" tone="subdued">
            {t('about.dataAbout')}
          </Text>
        </BlockStack>
        <ul className="about-data">
          {data.map((row) => (
            <li key={row.id}>
              <DataRow row={row} />
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}

function DataRow({ row }: { row: AboutData }) {
  const { t } = useTranslation();
  const licence =
    row.licenceUrl === null ? (
      ownLicence(row.licence)
    ) : (
      <Link url={row.licenceUrl} external>
        {row.licence}
        <span className="visually-hidden">{t('common.newTab')}</span>
      </Link>
    );
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" fontWeight="semibold">
          {row.name}
        </Text>
        {row.old && <Badge tone="warning">{t('about.old')}</Badge>}
      </InlineStack>
      {row.note !== null && <Text as="p">{row.note}</Text>}
      <Facts
        isWide
        rows={[
          [t('about.asOf'), <DataDate key="date" row={row} />],
          [t('about.source'), row.source],
          [t('about.licence'), licence],
        ]}
      />
    </BlockStack>
  );
}

/** The date is a day of the calendar, not a moment: it is the same in every time zone. */
function DataDate({ row: { date, ageDays } }: { row: AboutData }) {
  const { t, i18n } = useTranslation();
  if (date === null) return t('about.noDate');
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' });
  const value = format.format(new Date(date));
  if (ageDays === null) return value;
  const { key, n } = ageText(ageDays);
  return t('common.withDetail', { value, detail: t(key, { n }) });
}

/** – stands for our own tables: there is nothing to tell. */
const ownLicence = (licence: string): string | null => (licence === '–' ? null : licence);
