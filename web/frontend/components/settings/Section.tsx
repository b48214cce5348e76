import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** One question of the settings: its name and what it is about, and beside it the fields. */
export function Section({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className="settings-section" id={name} aria-labelledby={`${name}-title`}>
      <div className="section-about">
        <h2 id={`${name}-title`} className="section-title">
          {t(`settings.${name}.title`)}
        </h2>
        <Text as="p" tone="subdued">
          {t(`settings.${name}.about`)}
        </Text>
      </div>
      <Card>
        <BlockStack gap="400">{children}</BlockStack>
      </Card>
    </section>
  );
}
