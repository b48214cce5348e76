import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { Fold } from '../Fold.tsx';
import { useSignalWords } from './use-signal-words.ts';

/** What the app brings: to be read, not to be changed. */
export function BuiltInWords({ words }: { words: readonly string[] }) {
  const { t } = useTranslation();
  const { number } = useSignalWords();
  if (words.length === 0) return null;
  return (
    <Fold summary={t('signals.wordsBuiltIn', { n: number(words.length) })}>
      <BlockStack gap="200">
        <Text as="p" variant="bodySm" tone="subdued">
          {t('signals.wordsBuiltInHelp')}
        </Text>
        <ul className="built-in-words">
          {words.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      </BlockStack>
    </Fold>
  );
}
