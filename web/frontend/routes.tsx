import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router-dom';
import { AppShell } from './components/AppShell.tsx';
import { LoadingPage } from './components/LoadingPage.tsx';
import { addPageWords } from './locale.ts';
import { TodayPage } from './pages/TodayPage.tsx';

const QueuePage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/QueuePage.tsx'), addPageWords('queue')]);
  return { default: page.QueuePage };
});
const OrdersPage = lazy(async () => ({
  default: (await import('./pages/OrdersPage.tsx')).OrdersPage,
}));
const OrderPage = lazy(async () => {
  const words = Promise.all(
    (['lists', 'queue', 'card', 'contact', 'disputes'] as const).map(addPageWords),
  );
  const [page] = await Promise.all([import('./pages/OrderPage.tsx'), words]);
  return { default: page.OrderPage };
});
const ListsPage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/ListsPage.tsx'), addPageWords('lists')]);
  return { default: page.ListsPage };
});
const ListImportPage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/ListImportPage.tsx'), addPageWords('lists')]);
  return { default: page.ListImportPage };
});
const ReturnsPage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/ReturnsPage.tsx'), addPageWords('lists')]);
  return { default: page.ReturnsPage };
});
const SettingsPage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/SettingsPage.tsx'), addPageWords('settings')]);
  return { default: page.SettingsPage };
});
const SignalsPage = lazy(async () => {
  const words = Promise.all([addPageWords('settings'), addPageWords('signals')]);
  const [page] = await Promise.all([import('./pages/SignalsPage.tsx'), words]);
  return { default: page.SignalsPage };
});
const CheckoutPage = lazy(async () => {
  const words = Promise.all([addPageWords('settings'), addPageWords('checkout')]);
  const [page] = await Promise.all([import('./pages/CheckoutPage.tsx'), words]);
  return { default: page.CheckoutPage };
});
const TemplatesPage = lazy(async () => {
  const words = Promise.all([addPageWords('settings'), addPageWords('contact')]);
  const [page] = await Promise.all([import('./pages/TemplatesPage.tsx'), words]);
  return { default: page.TemplatesPage };
});
const AboutPage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/AboutPage.tsx'), addPageWords('about')]);
  return { default: page.AboutPage };
});
const AuditPage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/AuditPage.tsx'), addPageWords('audit')]);
  return { default: page.AuditPage };
});
const PrivacyPage = lazy(async () => {
  const [page] = await Promise.all([import('./pages/PrivacyPage.tsx'), addPageWords('privacy')]);
  return { default: page.PrivacyPage };
});
const NotFoundPage = lazy(async () => ({
  default: (await import('./pages/NotFoundPage.tsx')).NotFoundPage,
}));

/**
 * The first page comes with the app; every other page is fetched when it is opened. The plain router
 * and not the data router: the latter weighs 18 kB more on the first page, for nothing used here.
 */
export function AppRoutes() {
  return (
    <BrowserRouter>
      <Suspense fallback={<LoadingPage />}>
        <Routes>
          <Route element={<AppShell />}>
            <Route index element={<TodayPage />} />
            <Route path="queue" element={<QueuePage />} />
            <Route path="orders" element={<OrdersPage />} />
            <Route path="orders/:id" element={<OrderPage />} />
            <Route path="lists" element={<ListsPage />} />
            <Route path="lists/import" element={<ListImportPage />} />
            <Route path="lists/import/:id" element={<ListImportPage />} />
            <Route path="returns" element={<ReturnsPage />} />
            <Route path="settings" element={<SettingsPage />} />
            <Route path="settings/signals" element={<SignalsPage />} />
            <Route path="settings/checkout" element={<CheckoutPage />} />
            <Route path="settings/templates" element={<TemplatesPage />} />
            <Route path="settings/privacy" element={<PrivacyPage />} />
            <Route path="audit" element={<AuditPage />} />
            <Route path="about" element={<AboutPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </Suspense>
    </BrowserRouter>
  );
}
