import { Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { MailsAnswer } from '../../../../contract/mails.ts';
import { useMails } from '../../../queries/use-mails.ts';
import { Section } from '../Section.tsx';
import type { SettingsDraft } from '../use-settings-draft.ts';
import './mail.css';
import { MailServerFields } from './MailServerFields.tsx';
import { MailTest } from './MailTest.tsx';
import { SenderFields } from './SenderFields.tsx';
import { TroubledMails } from './TroubledMails.tsx';

/** メール送信: through which server mails go out, as whom, and whether that works. */
export function MailSection({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const mails = useMails().data;
  return (
    <Section name="mail">
      <WhatHappens host={form.draft.mail.host} standard={mails?.standard ?? null} />
      <MailServerFields key={form.discards} form={form} />
      <SenderFields form={form} />
      <MailTest form={form} />
      <Link url="/settings/templates">{t('settings.mail.templates')}</Link>
      {mails !== undefined && <TroubledMails mails={mails.troubled} />}
    </Section>
  );
}

function WhatHappens({ host, standard }: { host: string; standard: MailsAnswer['standard'] }) {
  const { t } = useTranslation();
  if (host !== '') return null;
  const sentence = () => {
    if (standard === null) return t('settings.mail.without');
    const { from } = standard;
    return from === null
      ? t('settings.mail.standardUnnamed')
      : t('settings.mail.standard', { from });
  };
  return <Text as="p">{sentence()}</Text>;
}
