import { useTranslation } from 'react-i18next';
import type { QueueCounts, SavedView } from '../../../contract/queue.ts';
import { filterOf, type QueueFilter } from './queue-url.ts';
import { builtInViews, viewOf } from './queue-views.ts';
import { ViewChoice } from './ViewChoice.tsx';

interface Props {
  filter: QueueFilter;
  counts: QueueCounts;
  saved: readonly SavedView[];
  onChoose: (filter: QueueFilter) => void;
}

/** What everybody looks at, then what somebody gave a name. */
export function QueueViews({ filter, counts, saved, onChoose }: Props) {
  const { t } = useTranslation();
  const chosen = viewOf(filter, saved);
  return (
    <nav className="view-nav" aria-label={t('queue.views')}>
      {builtInViews.map((view) => (
        <ViewChoice
          key={view.id}
          name={t(`queue.view.${view.id}`)}
          count={view.count?.(counts) ?? null}
          isChosen={chosen === view.id}
          // The order in which somebody likes to work outlives the change of a tab.
          onChoose={() => onChoose({ ...view.filter, sort: filter.sort })}
        />
      ))}
      {saved.map((view) => (
        <ViewChoice
          key={view.id}
          name={view.shared ? t('queue.sharedName', { name: view.name }) : view.name}
          count={null}
          isChosen={chosen === view.id}
          onChoose={() => onChoose(filterOf(view.query))}
        />
      ))}
    </nav>
  );
}
