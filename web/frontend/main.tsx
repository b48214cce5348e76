import '@shopify/polaris/build/esm/styles.css';
import './app.css';
import { createRoot } from 'react-dom/client';
import type { Locale } from '../contract/level.ts';
import { App } from './App.tsx';
import { speak, startLanguage } from './locale.ts';
import { createQueryClient } from './queries/query-client.ts';
import { meQuery } from './queries/use-me.ts';
import { todayQuery } from './queries/use-today.ts';
import { waitingQuery } from './queries/use-waiting.ts';
import { localeOfUrl } from './wording/pick-locale.ts';

const client = createQueryClient();

// The server answers in the language of the request, so that it must be known before the first call.
const said = localeOfUrl(location.search);
if (said !== null) speak(said);

// All calls leave before the words and styles have arrived: the first page is what is waited for.
void client.prefetchQuery(meQuery);
if (said !== null && location.pathname === '/') {
  void client.prefetchQuery(todayQuery);
  void client.prefetchQuery(waitingQuery);
}

async function chooseLocale(): Promise<Locale> {
  if (said !== null) return said;
  try {
    return (await client.ensureQueryData(meQuery)).locale;
  } catch {
    // The page itself shows why nothing could be loaded; here only a language is missing.
    return 'ja';
  }
}

async function start(): Promise<void> {
  const words = await startLanguage(await chooseLocale());
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(<App client={client} words={words} />);
}

void start();
