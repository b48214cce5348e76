import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { buyerAnswers } from '../../../contract/contact-kinds.ts';
import { useRecordAnswer } from '../../queries/use-contact.ts';
import { NotedResults } from './NotedResults.tsx';

/** What the buyer wrote back, left on the voicemail, or said in the shop. */
export function AnswerPart({ orderId }: { orderId: string }) {
  const { t } = useTranslation();
  const recording = useRecordAnswer(orderId);
  return (
    <BlockStack gap="300">
      <Text as="p" tone="subdued">
        {t('contact.answer.help')}
      </Text>
      <NotedResults
        results={buyerAnswers}
        labelOf={(answer) => t(`contact.answer.${answer}`)}
        bodyOf={(answer, noted) => ({ answer, ...noted })}
        recording={recording}
        done={t('contact.answer.done')}
      />
      <Text as="p" variant="bodySm" tone="subdued">
        {t('contact.answer.effect')}
      </Text>
    </BlockStack>
  );
}
