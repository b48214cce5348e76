import { Badge, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { DeadlineDto } from '../../../contract/queue.ts';
import { deadlineState } from '../../wording/deadline-state.ts';
import { useFormat } from '../../wording/use-format.ts';

const tones = { past: 'critical', near: 'warning' } as const;

/** Until when, and for what; what is near or past says so in a word and not by its colour alone. */
export function DeadlineText({ deadline, now }: { deadline: DeadlineDto | null; now: Date }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (deadline === null) {
    return (
      <Text as="span" tone="subdued">
        {t('queue.deadline.none')}
      </Text>
    );
  }
  const state = deadlineState(deadline, now);
  const text = t('common.of', {
    label: t(`queue.deadline.${deadline.kind}`),
    value: format.when(deadline.at),
  });
  return (
    <span className="case-badges">
      {state !== 'later' && (
        <Badge tone={tones[state]} toneAndProgressLabelOverride={t('queue.deadline.label')}>
          {t(`queue.deadline.${state}`)}
        </Badge>
      )}
      <time dateTime={deadline.at}>{text}</time>
    </span>
  );
}
