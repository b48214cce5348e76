import { Badge } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListMark } from '../../contract/lists.ts';
import { listTone } from '../wording/list-tone.ts';

/** 一致 / 類似 / 信頼 / 保護 on an order's row; a name or a network alone is no mark. */
export function ListMarkBadge({ mark }: { mark: ListMark | null }) {
  const { t } = useTranslation();
  if (mark === null || mark.match === 'shown') return null;
  const { kind, match } = mark;
  const word = kind === 'allowed' || kind === 'protected' ? kind : match;
  const label = t('listMatch.label', { kind: t(`listKind.${kind}`) });
  return (
    <Badge size="small" tone={listTone[kind]} toneAndProgressLabelOverride={label}>
      {t(`listMatch.${word}`)}
    </Badge>
  );
}
