import { useTranslation } from 'react-i18next';
import { listKinds } from '../../../contract/list-kinds.ts';
import type { ListAnswer, ListKind } from '../../../contract/lists.ts';

interface Props {
  chosen: ListKind | null;
  counts: ListAnswer['counts'];
  onChoose: (kind: ListKind | null) => void;
}

/** One kind or all, each with how many there are. */
export function KindNav({ chosen, counts, onChoose }: Props) {
  const { t, i18n } = useTranslation();
  const figures = new Intl.NumberFormat(i18n.language);
  const all = listKinds.reduce((sum, kind) => sum + counts[kind], 0);
  return (
    <nav className="kind-nav" aria-label={t('lists.kinds')}>
      {[null, ...listKinds].map((kind) => (
        <button
          key={kind ?? 'all'}
          type="button"
          className="kind-choice"
          aria-current={kind === chosen ? 'true' : undefined}
          onClick={() => onChoose(kind)}
        >
          {kind === null ? t('lists.all') : t(`listKind.${kind}`)}
          <span className="kind-count">{figures.format(kind === null ? all : counts[kind])}</span>
        </button>
      ))}
    </nav>
  );
}
