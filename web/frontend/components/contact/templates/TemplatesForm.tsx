import { Banner, BlockStack, Page } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateId } from '../../../../contract/contact.ts';
import type { Locale } from '../../../../contract/level.ts';
import type { Settings } from '../../../../contract/settings.ts';
import type { MeAnswer } from '../../../../contract/today.ts';
import { SaveBar } from '../../settings/SaveBar.tsx';
import { SaveProblem } from '../../settings/SaveProblem.tsx';
import { useSettingsDraft } from '../../settings/use-settings-draft.ts';
import { FlowPart } from './FlowPart.tsx';
import { SignaturePart } from './SignaturePart.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateNav } from './TemplateNav.tsx';
import { TemplatePreviewCard } from './TemplatePreviewCard.tsx';
import { type Ours, oursOf } from './template-drafts.ts';
import '../contact.css';
import './templates.css';

interface Props {
  saved: Settings;
  me: MeAnswer;
  ours: Ours;
}

/** Every letter with its text, what is said of the shop, and when a letter follows another. */
export function TemplatesForm({ saved, me, ours }: Props) {
  const { t, i18n } = useTranslation();
  const form = useSettingsDraft(saved, me.may.settings);
  const [template, setTemplate] = useState<TemplateId>('phone-request');
  const [language, setLanguage] = useState<Locale>(i18n.language === 'en' ? 'en' : 'ja');
  const { templates } = form.draft.contact;
  const standard = oursOf(ours, template, language);
  const mail = templates[template]?.[language] ?? standard;
  return (
    <Page
      title={t('contact.templates.title')}
      subtitle={t('contact.templates.intro')}
      backAction={{ content: t('contact.templates.back'), url: '/settings' }}
    >
      <SaveBar form={form} />
      <BlockStack gap="400">
        {form.isReadOnly && (
          <Banner tone="info">
            <p>{t('settings.readOnly')}</p>
          </Banner>
        )}
        <SaveProblem form={form} shown={[/^contact\./]} />
        <div className="templates-page">
          <TemplateNav chosen={template} templates={templates} onChoose={setTemplate} />
          <TemplateEditor
            form={form}
            template={template}
            language={language}
            mail={mail}
            standard={standard}
            onLanguage={setLanguage}
          />
          <TemplatePreviewCard
            template={template}
            language={language}
            mail={mail}
            signature={form.draft.contact.signature}
          />
        </div>
        <SignaturePart form={form} />
        <FlowPart form={form} />
      </BlockStack>
    </Page>
  );
}
