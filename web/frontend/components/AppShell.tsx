import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration, useNavigate, useNavigation } from 'react-router-dom';
import { showLoading } from '../app-bridge.ts';

/** Shopify's own navigation beside the frame, and the page inside it. */
export function AppShell() {
  const { t } = useTranslation();
  useAdminNavigation();
  const isLoading = useNavigation().state === 'loading';
  useEffect(() => showLoading(isLoading), [isLoading]);
  return (
    <>
      <s-app-nav>
        <Link to="/" rel="home">
          {t('nav.today')}
        </Link>
        <Link to="/orders">{t('nav.orders')}</Link>
        <Link to="/settings">{t('nav.settings')}</Link>
      </s-app-nav>
      <Outlet />
      <ScrollRestoration />
    </>
  );
}

/** Shopify admin tells a click in its own menu as an event on the link that we put there. */
function useAdminNavigation() {
  const navigate = useNavigate();
  useEffect(() => {
    const follow = (event: Event) => {
      const href = event.target instanceof Element ? event.target.getAttribute('href') : null;
      if (href?.startsWith('/')) void navigate(href);
    };
    document.addEventListener('shopify:navigate', follow);
    return () => document.removeEventListener('shopify:navigate', follow);
  }, [navigate]);
}
