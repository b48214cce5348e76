import { useTranslation } from 'react-i18next';
import { LoadingPage } from '../components/LoadingPage.tsx';
import { ProblemPage } from '../components/ProblemPage.tsx';
import { SignalsForm } from '../components/signals/SignalsForm.tsx';
import { useSignalsView } from '../components/signals/use-signals-view.ts';
import { useMe } from '../queries/use-me.ts';
import { useSettings } from '../queries/use-settings.ts';
import { useSignals } from '../queries/use-signals.ts';

/** What is looked at in an order, what is it worth, and what would change if I changed that? */
export function SignalsPage() {
  const { t } = useTranslation();
  const view = useSignalsView();
  const me = useMe();
  const settings = useSettings();
  const signals = useSignals();
  if (settings.data !== undefined && me.data !== undefined && signals.data !== undefined) {
    const { revision } = settings.data;
    // A new revision starts a new form: what was typed belonged to the one before it.
    return (
      <SignalsForm
        key={revision}
        saved={settings.data}
        me={me.data}
        answer={signals.data}
        view={view}
      />
    );
  }
  const error = settings.error ?? me.error ?? signals.error;
  if (error === null) return <LoadingPage title={t('signals.title')} />;
  const retry = () => void Promise.all([settings.refetch(), me.refetch(), signals.refetch()]);
  return <ProblemPage title={t('signals.title')} error={error} onRetry={retry} />;
}
