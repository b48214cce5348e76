import { useTranslation } from 'react-i18next';
import { LoadingPage } from '../components/LoadingPage.tsx';
import { ProblemPage } from '../components/ProblemPage.tsx';
import { SettingsForm } from '../components/settings/SettingsForm.tsx';
import { useMe } from '../queries/use-me.ts';
import { useSettings } from '../queries/use-settings.ts';

/** What does the app do, and who may change it? */
export function SettingsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const settings = useSettings();
  if (settings.data !== undefined && me.data !== undefined) {
    // A new revision starts a new form: what was typed belonged to the one before it.
    return <SettingsForm key={settings.data.revision} saved={settings.data} me={me.data} />;
  }
  const error = settings.error ?? me.error;
  if (error === null) return <LoadingPage title={t('settings.title')} />;
  const retry = () => void Promise.all([settings.refetch(), me.refetch()]);
  return <ProblemPage title={t('settings.title')} error={error} onRetry={retry} />;
}
