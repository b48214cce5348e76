import { BlockStack, Button, ButtonGroup, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListBulkBody, ListKind } from '../../../contract/lists.ts';
import { Dialog } from './Dialog.tsx';
import { ExpiryField } from './ExpiryField.tsx';
import { expiryTime, isExpiryMissing, newExpiry } from './expiry-draft.ts';
import { KindField } from './KindField.tsx';

interface Props {
  what: 'kind' | 'expiry';
  count: number;
  isBusy: boolean;
  onClose: () => void;
  onApply: (change: ListBulkBody['change']) => void;
}

/** The new kind, or the new expiry, of everything that is chosen. */
export function BulkDialog({ what, count, isBusy, onClose, onApply }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<ListKind>('fraud');
  const [expiry, setExpiry] = useState(newExpiry);
  const [isMissing, setMissing] = useState(false);
  const apply = () => {
    if (what === 'kind') return onApply({ do: 'kind', kind });
    setMissing(isExpiryMissing(expiry));
    if (isExpiryMissing(expiry)) return;
    onApply({ do: 'expiry', expiresAt: expiryTime(expiry, new Date()) });
  };
  return (
    <Dialog title={t(`lists.bulk.${what}Title`, { n: count })} onClose={onClose}>
      <BlockStack gap="400">
        {what === 'kind' ? (
          <>
            <KindField label={t('lists.bulk.newKind')} kind={kind} onChange={setKind} />
            <Text as="p" tone="subdued">
              {t('lists.bulk.reasonNote')}
            </Text>
          </>
        ) : (
          <ExpiryField
            expiry={expiry}
            error={isMissing ? t('lists.fieldErrors.missing') : undefined}
            onChange={setExpiry}
          />
        )}
        <ButtonGroup>
          <Button variant="primary" loading={isBusy} onClick={apply}>
            {t('lists.bulk.apply')}
          </Button>
          <Button onClick={onClose}>{t('lists.form.cancel')}</Button>
        </ButtonGroup>
      </BlockStack>
    </Dialog>
  );
}
