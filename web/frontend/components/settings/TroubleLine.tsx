import { Button, InlineStack, Link, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRetryWork } from '../../queries/use-retry-work.ts';
import { useTroubleText } from '../../wording/use-trouble-text.ts';

interface Props {
  task: { id: string; kind: string; order: string | null; error: string };
  /** When it was, or will be. */
  children: ReactNode;
}

/** A piece of work that was not done: what, when, why, and a button that tries it now. */
export function TroubleLine({ task, children }: Props) {
  const { t, i18n } = useTranslation();
  const why = useTroubleText();
  const retry = useRetryWork();
  const name = i18n.exists(`tasks.${task.kind}`) ? t(`tasks.${task.kind}`) : task.kind;
  return (
    <li>
      <Text as="p">
        {name}{' '}
        {task.order !== null && /^\d+$/.test(task.order) && (
          <Link url={`/orders/${task.order}`}>{t('settings.status.openOrder')}</Link>
        )}
      </Text>
      <InlineStack gap="200" blockAlign="center">
        <Text as="p" variant="bodySm" tone="subdued">
          {children}
          {t('common.dot')}
          {why(task.error)}
        </Text>
        <Button
          size="micro"
          loading={retry.isPending}
          accessibilityLabel={t('settings.status.tryNowFor', { name })}
          onClick={() => retry.mutate({ id: task.id })}
        >
          {t('settings.status.tryNow')}
        </Button>
      </InlineStack>
    </li>
  );
}
