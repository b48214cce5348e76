import { BlockStack, List, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { TryAnswer } from '../../../contract/checkout-try.ts';
import type { Settings } from '../../../contract/settings.ts';
import { ruleSentence } from './rule-sentence.ts';
import { useRuleWords } from './use-rule-words.ts';

interface Props {
  answer: TryAnswer;
  /** Under which it was tried. */
  settings: Settings;
}

/** What the buyer would not see and would be asked, and which rules are the reason. */
export function TryResult({ answer, settings }: Props) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const { hidden, applying, messages } = answer;
  const why = settings.checkout.rules
    .filter(({ id }) => applying.includes(id))
    .map((rule) => ({ id: rule.id, text: ruleSentence(rule, words) }));
  if (settings.cod.blocked && hidden.includes('cod')) {
    why.unshift({ id: 'always', text: t('checkout.try.blocked') });
  }
  return (
    <BlockStack gap="200">
      <Text as="p" fontWeight="semibold">
        {hidden.length === 0
          ? t('checkout.try.nothingHidden')
          : t('checkout.try.hidden', {
              methods: hidden.map((method) => t(`checkout.method.${method}`)).join(t('common.dot')),
            })}
      </Text>
      <Lines lines={why} />
      <Text as="p" fontWeight="semibold">
        {t(`checkout.try.${messages.length === 0 ? 'noMessage' : 'messages'}`)}
      </Text>
      <Lines lines={messages.map((text) => ({ id: text, text }))} />
      <Text as="p" tone="subdued">
        {t('checkout.try.noTest')}
      </Text>
    </BlockStack>
  );
}

function Lines({ lines }: { lines: readonly { id: string; text: string }[] }) {
  if (lines.length === 0) return null;
  return (
    <List>
      {lines.map(({ id, text }) => (
        <List.Item key={id}>{text}</List.Item>
      ))}
    </List>
  );
}
