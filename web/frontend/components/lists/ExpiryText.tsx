import { Badge } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useDay } from './use-day.ts';

/** Until when an entry counts. */
export function ExpiryText({ expiresAt }: { expiresAt: string | null }) {
  const { t } = useTranslation();
  const day = useDay();
  if (expiresAt === null) return t('lists.never');
  if (Date.parse(expiresAt) <= Date.now()) return <Badge>{t('lists.expired')}</Badge>;
  return t('lists.expiresAt', { when: day(expiresAt) });
}
