import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useNavigate } from 'react-router-dom';
import { confirmLeaving } from '../app-bridge.ts';
import { CrashBoundary } from './CrashBoundary.tsx';
import { LoadingPage } from './LoadingPage.tsx';

/** Shopify's own navigation beside the frame, and the page inside it: a new one after a crash. */
export function AppShell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  useAdminNavigation();
  useStartAtTop(pathname);
  return (
    <>
      <s-app-nav>
        <Link to="/" rel="home">
          {t('nav.today')}
        </Link>
        <Link to="/queue">{t('nav.queue')}</Link>
        <Link to="/orders">{t('nav.orders')}</Link>
        <Link to="/lists">{t('nav.lists')}</Link>
        <Link to="/settings">{t('nav.settings')}</Link>
      </s-app-nav>
      <main>
        <CrashBoundary key={pathname}>
          <Suspense fallback={<LoadingPage />}>
            <Outlet />
          </Suspense>
        </CrashBoundary>
      </main>
    </>
  );
}

/** Shopify admin tells a click in its own menu as an event on the link that we put there. */
function useAdminNavigation() {
  const navigate = useNavigate();
  useEffect(() => {
    const follow = (event: Event) => {
      const href = event.target instanceof Element ? event.target.getAttribute('href') : null;
      if (!href?.startsWith('/')) return;
      confirmLeaving().then(
        () => navigate(href),
        () => undefined,
      );
    };
    document.addEventListener('shopify:navigate', follow);
    return () => document.removeEventListener('shopify:navigate', follow);
  }, [navigate]);
}

/** A new page begins at its top; `#status` and the like lead to their place. */
function useStartAtTop(pathname: string) {
  useEffect(() => {
    if (location.hash === '') window.scrollTo(0, 0);
  }, [pathname]);
}
