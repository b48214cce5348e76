import { Banner, BlockStack, InlineStack, Link, Page, Text } from '@shopify/polaris';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/settings.ts';
import type { MeAnswer } from '../../../contract/today.ts';
import { useStatus } from '../../queries/use-status.ts';
import { AlertSection } from './alerts/AlertSection.tsx';
import { AutomationSection } from './automation/AutomationSection.tsx';
import { CardSection } from './CardSection.tsx';
import { CodSection } from './CodSection.tsx';
import { DataSection } from './DataSection.tsx';
import { JudgementSection } from './JudgementSection.tsx';
import { ModeSection } from './ModeSection.tsx';
import { MailSection } from './mail/MailSection.tsx';
import { NoticeSection } from './NoticeSection.tsx';
import { PermissionsSection } from './PermissionsSection.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SaveProblem } from './SaveProblem.tsx';
import { StatusSection } from './StatusSection.tsx';
import { UndoSection } from './UndoSection.tsx';
import { useSettingsDraft } from './use-settings-draft.ts';

/** One page, a section for each question; nothing is kept until it is saved. */
export function SettingsForm({ saved, me }: { saved: Settings; me: MeAnswer }) {
  const { t } = useTranslation();
  const form = useSettingsDraft(saved, me.may.settings);
  const status = useStatus().data;
  useScrollToHash(status !== undefined);
  return (
    <Page title={t('settings.title')}>
      <SaveBar form={form} />
      <BlockStack gap="600">
        {!me.may.settings && (
          <Banner tone="info">
            <p>{t('settings.readOnly')}</p>
          </Banner>
        )}
        <SaveProblem form={form} />
        <ModeSection form={form} />
        <CodSection form={form} />
        <CardSection form={form} />
        <NoticeSection form={form} status={status} />
        <JudgementSection form={form} />
        <MailSection form={form} />
        <AlertSection form={form} status={status} />
        <AutomationSection form={form} />
        <UndoSection form={form} />
        <PermissionsSection form={form} me={me} />
        <DataSection form={form} savedMonths={saved.retentionMonths} />
        {status !== undefined && <StatusSection status={status} />}
        <div className="line">
          <BlockStack gap="100">
            <Text as="p" variant="bodySm" tone="subdued">
              {[me.shopName, me.shop].join(t('common.dot'))}
            </Text>
            <InlineStack gap="400">
              <Link url="/settings/privacy">{t('settings.privacy')}</Link>
              <Link url="/audit">{t('settings.history')}</Link>
              <Link url="/about">{t('settings.about')}</Link>
            </InlineStack>
          </BlockStack>
        </div>
      </BlockStack>
    </Page>
  );
}

/** 「状態を見る」 on the first page leads here; the section exists only once its facts are there. */
function useScrollToHash(isReady: boolean) {
  useEffect(() => {
    if (isReady && location.hash !== '')
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isReady]);
}
