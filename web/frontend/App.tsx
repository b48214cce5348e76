import { AppProvider } from '@shopify/polaris';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { AppLink } from './components/AppLink.tsx';
import { CrashBoundary } from './components/CrashBoundary.tsx';
import { AppRoutes } from './routes.tsx';
import type { PolarisWords } from './wording/polaris-words.ts';

/** Everything that every page stands on. */
export function App({ client, words }: { client: QueryClient; words: PolarisWords }) {
  return (
    <QueryClientProvider client={client}>
      <AppProvider i18n={words} linkComponent={AppLink}>
        <CrashBoundary>
          <AppRoutes />
        </CrashBoundary>
      </AppProvider>
    </QueryClientProvider>
  );
}
