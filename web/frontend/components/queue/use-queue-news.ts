import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../../contract/queue.ts';
import type { useQueue } from '../../queries/use-queue.ts';
import { useQueueVersion } from '../../queries/use-queue-version.ts';
import { changesBetween, type QueueChanges } from './queue-changes.ts';

/**
 * Follows what other people do to the cases on the page, and says it in a sentence for whoever does
 * not see rows come and go. Changes made here are read by the change itself and are no news.
 */
export function useQueueNews(queue: ReturnType<typeof useQueue>): {
  sentence: string;
  isLost: boolean;
} {
  const words = useNewsText();
  const [sentence, setSentence] = useState('');
  const { data, isPlaceholderData, refetch } = queue;
  const follow = async () => {
    const before = data?.rows ?? [];
    const { data: after } = await refetch();
    if (after !== undefined) setSentence(words(changesBetween(before, after.rows)));
  };
  const { isLost } = useQueueVersion(
    isPlaceholderData ? undefined : data?.version,
    () => void follow(),
  );
  return { sentence, isLost };
}

const mostNames = 3;

function useNewsText(): (changes: QueueChanges) => string {
  const { t, i18n } = useTranslation();
  const names = (rows: readonly QueueRow[]) =>
    rows
      .slice(0, mostNames)
      .map(({ order }) => order.name)
      .join(t('common.separator'));
  return ({ came, gone, assigned }) =>
    [
      came.length > 0 && t('queue.news.came', { n: came.length, names: names(came) }),
      gone > 0 && t('queue.news.gone', { n: gone }),
      assigned.length > 0 &&
        t('queue.news.assigned', { n: assigned.length, names: names(assigned) }),
    ]
      .filter((part) => part !== false)
      .join(i18n.language === 'en' ? ' ' : '');
}
