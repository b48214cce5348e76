import { Button, InlineStack } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../../contract/queue.ts';
import { useRemoveView, useSaveView } from '../../queries/use-case-changes.ts';
import { useListToasts } from '../lists/use-list-toasts.ts';
import { type QueueFilter, queryOf } from './queue-url.ts';
import { viewOf } from './queue-views.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';

interface Props {
  filter: QueueFilter;
  saved: readonly SavedView[];
  onKeys: () => void;
}

/** Keeps the present filter as a view, shares or deletes the reader's own, and tells the keys. */
export function ViewTools({ filter, saved, onKeys }: Props) {
  const { t } = useTranslation();
  const [isNaming, setNaming] = useState(false);
  const chosen = viewOf(filter, saved);
  const own = saved.find((view) => view.id === chosen && view.own);
  const views = useViewChanges();
  return (
    <div className="view-tools">
      <InlineStack gap="200">
        {chosen === null && (
          <Button size="slim" onClick={() => setNaming(true)}>
            {t('queue.save.open')}
          </Button>
        )}
        {own !== undefined && (
          <>
            <Button size="slim" disabled={views.isBusy} onClick={() => views.share(own)}>
              {t(own.shared ? 'queue.save.unshare' : 'queue.save.share')}
            </Button>
            <Button size="slim" disabled={views.isBusy} onClick={() => views.remove(own)}>
              {t('queue.save.remove')}
            </Button>
          </>
        )}
        <Button size="slim" variant="tertiary" onClick={onKeys}>
          {t('queue.keys.open')}
        </Button>
      </InlineStack>
      {isNaming && <SaveViewDialog query={queryOf(filter)} onClose={() => setNaming(false)} />}
    </div>
  );
}

function useViewChanges() {
  const { t } = useTranslation();
  const toasts = useListToasts();
  const saving = useSaveView();
  const removing = useRemoveView();
  const save = ({ name, query, shared }: SavedView) => saving.mutateAsync({ name, query, shared });
  const remove = (view: SavedView) =>
    removing.mutateAsync(view.id).then(
      () =>
        toasts.say(t('queue.save.removed', { name: view.name }), () => {
          save(view).catch(toasts.fail);
        }),
      toasts.fail,
    );
  // The new one first: whatever goes wrong between, the view is not lost.
  const share = (view: SavedView) =>
    save({ ...view, shared: !view.shared })
      .then(() => removing.mutateAsync(view.id))
      .then(
        () => toasts.say(t(view.shared ? 'queue.save.unshared' : 'queue.save.shared')),
        toasts.fail,
      );
  return {
    remove: (view: SavedView) => void remove(view),
    share: (view: SavedView) => void share(view),
    isBusy: saving.isPending || removing.isPending,
  };
}
