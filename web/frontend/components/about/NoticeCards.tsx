import { BlockStack, Card, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { Fold } from '../Fold.tsx';
import { openSource } from './open-source.ts';

/** What the makers of the name data ask to be told; the same stands beside the data itself. */
export function NamesCard() {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t('about.namesTitle')}
        </Text>
        <Text as="p">{t('about.names')}</Text>
        <Text as="p">{t('about.namesChanged')}</Text>
        <ul className="plain-list">
          <li>
            <NewTabLink
              url="https://www.edrdg.org/edrdg/licence.html"
              text={t('about.namesLicence')}
            />
          </li>
          <li>
            <NewTabLink
              url="https://creativecommons.org/licenses/by-sa/4.0/"
              text={t('about.namesCc')}
            />
          </li>
        </ul>
      </BlockStack>
    </Card>
  );
}

export function OpenSourceCard() {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t('about.openTitle')}
        </Text>
        <Text as="p">{t('about.openAbout')}</Text>
        <Fold summary={t('about.openList', { n: openSource.length })}>
          <ul className="plain-list" lang="en">
            {openSource.map(({ name, licence }) => (
              <li key={name}>{t('common.withDetail', { value: name, detail: licence })}</li>
            ))}
          </ul>
        </Fold>
      </BlockStack>
    </Card>
  );
}

function NewTabLink({ url, text }: { url: string; text: string }) {
  const { t } = useTranslation();
  return (
    <Link url={url} external>
      {text}
      <span className="visually-hidden">{t('common.newTab')}</span>
    </Link>
  );
}
