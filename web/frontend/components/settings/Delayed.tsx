import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { DelayedWork } from '../../../contract/delayed-work.ts';
import { useFormat } from '../../wording/use-format.ts';
import { TroubleLine } from './TroubleLine.tsx';

/** Work that goes on being tried: what, since when, when next. Nothing of it is lost. */
export function Delayed({ delayed }: { delayed: DelayedWork }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (delayed.count === 0) return null;
  const hidden = delayed.count - delayed.tasks.length;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('settings.status.delayed', { n: delayed.count })}
      </Text>
      <Text as="p">
        {delayed.shopAway === null
          ? t('settings.status.delayedHelp')
          : t(`away.${delayed.shopAway.why}`)}
      </Text>
      <ul className="plain-list">
        {delayed.tasks.map((task) => (
          <TroubleLine key={task.id} task={task}>
            {t('settings.status.delayedLine', {
              since: format.dateTime(task.since),
              next: format.dateTime(task.nextAt),
            })}
          </TroubleLine>
        ))}
      </ul>
      {hidden > 0 && <Text as="p">{t('settings.status.delayedMore', { n: hidden })}</Text>}
    </BlockStack>
  );
}
