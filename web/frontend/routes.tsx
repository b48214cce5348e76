import { createBrowserRouter } from 'react-router-dom';
import { AppShell } from './components/AppShell.tsx';
import { CrashPage } from './components/CrashPage.tsx';
import { LoadingPage } from './components/LoadingPage.tsx';
import { TodayPage } from './pages/TodayPage.tsx';

/** The first page comes with the app; every other page is fetched when it is opened. */
export const router = createBrowserRouter([
  {
    element: <AppShell />,
    errorElement: <CrashPage />,
    hydrateFallbackElement: <LoadingPage />,
    children: [
      { index: true, element: <TodayPage />, errorElement: <CrashPage /> },
      {
        path: 'orders',
        errorElement: <CrashPage />,
        lazy: async () => ({ Component: (await import('./pages/OrdersPage.tsx')).OrdersPage }),
      },
      {
        path: 'orders/:id',
        errorElement: <CrashPage />,
        lazy: async () => ({ Component: (await import('./pages/OrderPage.tsx')).OrderPage }),
      },
      {
        path: 'settings',
        errorElement: <CrashPage />,
        lazy: async () => ({ Component: (await import('./pages/SettingsPage.tsx')).SettingsPage }),
      },
      {
        path: '*',
        lazy: async () => ({ Component: (await import('./pages/NotFoundPage.tsx')).NotFoundPage }),
      },
    ],
  },
]);
