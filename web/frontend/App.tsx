import { AppProvider } from '@shopify/polaris';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router-dom';
import { AppLink } from './components/AppLink.tsx';
import { router } from './routes.tsx';
import type { PolarisWords } from './wording/polaris-words.ts';

/** Everything that every page stands on. */
export function App({ client, words }: { client: QueryClient; words: PolarisWords }) {
  return (
    <QueryClientProvider client={client}>
      <AppProvider i18n={words} linkComponent={AppLink}>
        <RouterProvider router={router} />
      </AppProvider>
    </QueryClientProvider>
  );
}
