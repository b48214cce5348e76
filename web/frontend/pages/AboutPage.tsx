import '../components/about/about.css';
import { BlockStack, Card, Page, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { DataCard } from '../components/about/DataCard.tsx';
import { NamesCard, OpenSourceCard } from '../components/about/NoticeCards.tsx';
import { Facts } from '../components/Facts.tsx';
import { LoadingPage } from '../components/LoadingPage.tsx';
import { ProblemPage } from '../components/ProblemPage.tsx';
import { useAbout } from '../queries/use-about.ts';

/** What is this app made of, how old is what it knows, and where does my data go? */
export function AboutPage() {
  const { t } = useTranslation();
  const about = useAbout();
  const title = t('about.title');
  if (about.data === undefined) {
    if (about.error === null) return <LoadingPage title={title} />;
    return <ProblemPage title={title} error={about.error} onRetry={() => void about.refetch()} />;
  }
  return (
    <Page title={title} backAction={{ content: t('about.back'), url: '/settings' }}>
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="300">
            <Facts isWide rows={[[t('about.version'), about.data.version]]} />
            <Text as="h2" variant="headingMd">
              {t('about.insideTitle')}
            </Text>
            <Text as="p">{t('about.inside')}</Text>
          </BlockStack>
        </Card>
        <DataCard data={about.data.data} />
        <NamesCard />
        <OpenSourceCard />
      </BlockStack>
    </Page>
  );
}
