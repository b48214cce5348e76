import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../contract/level.ts';
import { type PolarisWords, polarisWords } from './wording/polaris-words.ts';

const words = { ja: () => import('./locales/ja.json'), en: () => import('./locales/en.json') };

/** Words of single pages: the first page does not wait for them. */
const pageWords = {
  settings: {
    ja: () => import('./locales/settings.ja.json'),
    en: () => import('./locales/settings.en.json'),
  },
  signals: {
    ja: () => import('./locales/signals.ja.json'),
    en: () => import('./locales/signals.en.json'),
  },
  checkout: {
    ja: () => import('./locales/checkout.ja.json'),
    en: () => import('./locales/checkout.en.json'),
  },
  audit: {
    ja: () => import('./locales/audit.ja.json'),
    en: () => import('./locales/audit.en.json'),
  },
  privacy: {
    ja: () => import('./locales/privacy.ja.json'),
    en: () => import('./locales/privacy.en.json'),
  },
  about: {
    ja: () => import('./locales/about.ja.json'),
    en: () => import('./locales/about.en.json'),
  },
  queue: {
    ja: () => import('./locales/queue.ja.json'),
    en: () => import('./locales/queue.en.json'),
  },
  card: {
    ja: () => import('./locales/card.ja.json'),
    en: () => import('./locales/card.en.json'),
  },
  disputes: {
    ja: () => import('./locales/disputes.ja.json'),
    en: () => import('./locales/disputes.en.json'),
  },
  contact: {
    ja: () => import('./locales/contact.ja.json'),
    en: () => import('./locales/contact.en.json'),
  },
  lists: {
    ja: () => import('./locales/lists.ja.json'),
    en: () => import('./locales/lists.en.json'),
  },
};

const polaris = {
  ja: () => import('@shopify/polaris/locales/ja.json'),
  en: () => import('@shopify/polaris/locales/en.json'),
};

/** What readers' devices and the server are told of the language. */
export function speak(locale: Locale): void {
  document.documentElement.lang = locale;
  document.documentElement.dataset.language = locale;
}

/** Loads one language only, for the first page's sake. */
export async function startLanguage(locale: Locale): Promise<PolarisWords> {
  speak(locale);
  const [ours, theirs] = await Promise.all([words[locale](), polaris[locale]()]);
  await i18next.use(initReactI18next).init({
    lng: locale,
    resources: { [locale]: { translation: ours.default } },
    // React escapes; a second time would show &amp; to the reader.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return polarisWords(locale, theirs.default);
}

/** Fetched beside a page's code and before the page is drawn: `t('signals.title')` finds them. */
export async function addPageWords(page: keyof typeof pageWords): Promise<void> {
  const locale: Locale = i18next.language === 'en' ? 'en' : 'ja';
  const words = await pageWords[page][locale]();
  i18next.addResourceBundle(locale, 'translation', words.default, true);
}
