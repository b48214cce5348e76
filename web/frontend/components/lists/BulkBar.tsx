import { Banner, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListBulkBody } from '../../../contract/lists.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { leftOvers, type useBulk } from './use-bulk.ts';

interface Props {
  ids: readonly string[];
  bulk: ReturnType<typeof useBulk>;
  isBusy: boolean;
  isAllowed: boolean;
  onDone: () => void;
}

/** What can be done with the chosen entries at once. */
export function BulkBar({ ids, bulk, isBusy, isAllowed, onDone }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'kind' | 'expiry' | null>(null);
  const run = async (change: ListBulkBody['change']) => {
    const isDone = await bulk.run(ids, change);
    setAsked(null);
    if (isDone) onDone();
  };
  return (
    <div className="bulk-bar">
      <InlineStack gap="200" blockAlign="center">
        <div role="status">
          <Text as="p" fontWeight="medium">
            {t('lists.selected', { n: ids.length })}
          </Text>
        </div>
        {isAllowed ? (
          <>
            <Button disabled={isBusy} onClick={() => setAsked('kind')}>
              {t('lists.bulk.kind')}
            </Button>
            <Button disabled={isBusy} onClick={() => setAsked('expiry')}>
              {t('lists.bulk.expiry')}
            </Button>
            <Button
              tone="critical"
              disabled={isBusy}
              loading={isBusy}
              onClick={() => void run({ do: 'remove' })}
            >
              {t('lists.bulk.remove')}
            </Button>
          </>
        ) : (
          <Text as="p" tone="subdued">
            {t('lists.bulk.needsPermission')}
          </Text>
        )}
        <Button variant="tertiary" onClick={onDone}>
          {t('lists.selectNone')}
        </Button>
      </InlineStack>
      {asked !== null && (
        <BulkDialog
          what={asked}
          count={ids.length}
          isBusy={isBusy}
          onClose={() => setAsked(null)}
          onApply={(change) => void run(change)}
        />
      )}
    </div>
  );
}

/** Entries that did not take a change, counted by why. */
export function BulkLeft({ bulk }: { bulk: ReturnType<typeof useBulk> }) {
  const { t } = useTranslation();
  const { left } = bulk;
  if (left === null) return null;
  return (
    <Banner title={t('lists.bulk.resultTitle')} tone="warning" onDismiss={bulk.forget}>
      {leftOvers
        .filter((why) => left[why] !== undefined)
        .map((why) => (
          <p key={why}>{t(`lists.bulk.${why}`, { n: left[why] })}</p>
        ))}
    </Banner>
  );
}
