import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { StatusAnswer } from '../../../contract/today.ts';
import { useFormat } from '../../wording/use-format.ts';
import { Facts } from '../Facts.tsx';
import { Delayed } from './Delayed.tsx';
import { Section } from './Section.tsx';
import { TroubleLine } from './TroubleLine.tsx';

/** 状態: whether the app reaches Shopify, and the work that is left or was not done. */
export function StatusSection({ status }: { status: StatusAnswer }) {
  const { t, i18n } = useTranslation();
  const scopes = status.missingScopes.map((scope) =>
    i18n.exists(`scopes.${scope}`) ? t(`scopes.${scope}`) : scope,
  );
  const { waiting, oldestSeconds } = status.queue;
  return (
    <Section name="status">
      <Facts
        isWide
        rows={[
          [
            t('settings.status.connection'),
            t(`settings.status.${status.hasToken ? 'connected' : 'disconnected'}`),
          ],
          [
            t('settings.status.queue'),
            waiting === 0
              ? t('settings.status.queueEmpty')
              : t('settings.status.queueValue', { waiting, seconds: Math.round(oldestSeconds) }),
          ],
          [
            t('settings.status.missingScopes'),
            scopes.length === 0 ? t('common.none') : scopes.join(t('common.separator')),
          ],
          [t('settings.status.version'), status.version],
        ]}
      />
      <Delayed delayed={status.delayed} />
      <Failures failures={status.failures} />
    </Section>
  );
}

function Failures({ failures }: { failures: StatusAnswer['failures'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('settings.status.failures')}
      </Text>
      {failures.length === 0 && <Text as="p">{t('settings.status.noFailures')}</Text>}
      <ul className="plain-list">
        {failures.map((failure) => (
          <TroubleLine key={failure.id} task={failure}>
            {t('settings.status.failureLine', {
              when: format.dateTime(failure.at),
              attempts: failure.attempts,
            })}
          </TroubleLine>
        ))}
      </ul>
    </BlockStack>
  );
}
