import { Badge } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListKind } from '../../../contract/lists.ts';
import { listTone } from '../../wording/list-tone.ts';

/** 過去の不正 / 代引きのみ制限 / … The word carries the meaning; the colour only helps the eye. */
export function ListKindBadge({ kind }: { kind: ListKind }) {
  const { t } = useTranslation();
  return (
    <Badge tone={listTone[kind]} toneAndProgressLabelOverride={t('lists.column.kind')}>
      {t(`listKind.${kind}`)}
    </Badge>
  );
}
