import { useTranslation } from 'react-i18next';
import { TemplatesForm } from '../components/contact/templates/TemplatesForm.tsx';
import { LoadingPage } from '../components/LoadingPage.tsx';
import { ProblemPage } from '../components/ProblemPage.tsx';
import { useTemplates } from '../queries/use-contact.ts';
import { useMe } from '../queries/use-me.ts';
import { useSettings } from '../queries/use-settings.ts';

/** What do we write to buyers, and when? */
export function TemplatesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const settings = useSettings();
  const ours = useTemplates();
  if (settings.data !== undefined && me.data !== undefined && ours.data !== undefined) {
    const { templates } = ours.data;
    const { revision } = settings.data;
    // A new revision starts a new form: what was typed belonged to the one before it.
    return <TemplatesForm key={revision} saved={settings.data} me={me.data} ours={templates} />;
  }
  const error = settings.error ?? me.error ?? ours.error;
  if (error === null) return <LoadingPage title={t('contact.templates.title')} />;
  const retry = () => void Promise.all([settings.refetch(), me.refetch(), ours.refetch()]);
  return <ProblemPage title={t('contact.templates.title')} error={error} onRetry={retry} />;
}
