import { ChoiceList } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { StatusAnswer } from '../../../../contract/today.ts';
import { Section } from '../Section.tsx';
import type { SettingsDraft } from '../use-settings-draft.ts';
import { AlertFailures } from './AlertFailures.tsx';
import { AlertTimes } from './AlertTimes.tsx';
import { alertKinds } from './alert-kinds.ts';
import { MailChannel } from './MailChannel.tsx';
import { PostChannel } from './PostChannel.tsx';

/** 通知: of what staff are told, where, and when not. */
export function AlertSection({
  form,
  status,
}: {
  form: SettingsDraft;
  status: StatusAnswer | undefined;
}) {
  const { t } = useTranslation();
  const { alerts } = form.draft;
  return (
    <Section name="alerts">
      <ChoiceList
        allowMultiple
        title={t('settings.alerts.kinds')}
        choices={alertKinds.map((value) => ({ value, label: t(`settings.alerts.kind.${value}`) }))}
        selected={[...alerts.kinds]}
        disabled={form.isReadOnly}
        onChange={(chosen: string[]) =>
          form.change({
            alerts: { ...alerts, kinds: alertKinds.filter((kind) => chosen.includes(kind)) },
          })
        }
      />
      <MailChannel key={`mail-${form.discards}`} form={form} />
      <PostChannel key={`slack-${form.discards}`} form={form} channel="slack" />
      <PostChannel key={`webhook-${form.discards}`} form={form} channel="webhook" />
      <AlertTimes form={form} />
      {status !== undefined && <AlertFailures alerts={status.alerts} />}
    </Section>
  );
}
