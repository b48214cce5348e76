import type { Locale } from '../../contract/level.ts';

export interface PolarisWords {
  [key: string]: PolarisWords | string;
}

/** Polaris' own Japanese reads wrongly in these places: a particle or a word order that is not Japanese. */
const corrections: PolarisWords = {
  Polaris: {
    DataTable: { sortAccessibilityLabel: '{direction}に並び替える' },
    Filters: { filter: '{resourceName}を絞り込む', clearLabel: '{filterName}の条件を外す' },
    IndexTable: {
      sortAccessibilityLabel: '{direction}に並び替える',
      resourceLoadingAccessibilityLabel: '{resourceNamePlural}を読み込んでいます',
    },
    Tabs: { newViewAccessibilityLabel: '新しいビューを作成' },
    TextField: { characterCountWithMaxLength: '{limit}文字中{count}文字を使用' },
  },
};

/** The words of Polaris' components in one language. */
export function polarisWords(locale: Locale, words: PolarisWords): PolarisWords {
  return locale === 'ja' ? merge(words, corrections) : words;
}

function merge(base: PolarisWords, over: PolarisWords): PolarisWords {
  const merged: PolarisWords = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const old = merged[key];
    merged[key] = typeof value === 'object' && typeof old === 'object' ? merge(old, value) : value;
  }
  return merged;
}
