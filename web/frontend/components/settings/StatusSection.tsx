import { BlockStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { StatusAnswer } from '../../../contract/today.ts';
import { useFormat } from '../../wording/use-format.ts';
import { Facts } from '../Facts.tsx';
import { Section } from './Section.tsx';

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
      <Failures failures={status.failures} />
    </Section>
  );
}

function Failures({ failures }: { failures: StatusAnswer['failures'] }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('settings.status.failures')}
      </Text>
      {failures.length === 0 && <Text as="p">{t('settings.status.noFailures')}</Text>}
      <ul className="plain-list">
        {failures.map((failure) => (
          <li key={failure.id}>
            <Text as="p">
              {i18n.exists(`tasks.${failure.kind}`) ? t(`tasks.${failure.kind}`) : failure.kind}{' '}
              {failure.order !== null && /^\d+$/.test(failure.order) && (
                <Link url={`/orders/${failure.order}`}>{t('settings.status.openOrder')}</Link>
              )}
            </Text>
            <Text as="p" variant="bodySm" tone="subdued">
              {t('settings.status.failureLine', {
                when: format.dateTime(failure.at),
                attempts: failure.attempts,
              })}
              {t('common.dot')}
              {failure.error}
            </Text>
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}
