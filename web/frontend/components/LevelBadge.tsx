import { Badge } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Level } from '../../contract/level.ts';
import { levelTone } from '../wording/order-badges.ts';

/** 通常 / 要確認 / 危険 */
export function LevelBadge({ level }: { level: Level }) {
  const { t } = useTranslation();
  const tone = levelTone[level];
  return (
    <Badge {...(tone && { tone })} toneAndProgressLabelOverride={t('level.label')}>
      {t(`level.${level}`)}
    </Badge>
  );
}
