import { useTranslation } from 'react-i18next';
import { CheckoutForm } from '../components/checkout/CheckoutForm.tsx';
import { LoadingPage } from '../components/LoadingPage.tsx';
import { ProblemPage } from '../components/ProblemPage.tsx';
import { useCheckout } from '../queries/use-checkout.ts';
import { useMe } from '../queries/use-me.ts';
import { useSettings } from '../queries/use-settings.ts';

/** What happens before an order is placed, and does it act? */
export function CheckoutPage() {
  const { t } = useTranslation();
  const me = useMe();
  const settings = useSettings();
  const status = useCheckout();
  if (settings.data !== undefined && me.data !== undefined && status.data !== undefined) {
    const { revision } = settings.data;
    // A new revision starts a new form: what was typed belonged to the one before it.
    return <CheckoutForm key={revision} saved={settings.data} me={me.data} status={status.data} />;
  }
  const error = settings.error ?? me.error ?? status.error;
  if (error === null) return <LoadingPage title={t('checkout.title')} />;
  const retry = () => void Promise.all([settings.refetch(), me.refetch(), status.refetch()]);
  return <ProblemPage title={t('checkout.title')} error={error} onRetry={retry} />;
}
