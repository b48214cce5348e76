import { BlockStack, Button, Card, Text } from '@shopify/polaris';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListEntryDto, OutcomeBody } from '../../../../contract/lists.ts';
import type { OrderDetail } from '../../../../contract/orders.ts';
import { useListProposal } from '../../../queries/use-list-proposal.ts';
import { ActionProblem } from '../../ActionProblem.tsx';
import { Fold } from '../../Fold.tsx';
import { useEntryChanges } from '../use-entry-changes.ts';
import { OrderDialog, type OrderDialogKind } from './OrderDialog.tsx';
import { OutcomeFacts } from './OutcomeFacts.tsx';
import { isWorthOffering, mayOffer } from './offer.ts';
import { useOutcomeRecord } from './use-outcome-record.ts';

/** 結果とリスト: how the order ended, and whether it is remembered. */
export function OutcomeCard({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const record = useOutcomeRecord(order.id);
  const [opened, setOpened] = useState<OrderDialogKind | null>(null);
  const own = order.lists.map(({ entry }) => entry).filter((entry) => entry.order?.id === order.id);
  const isRecorded = order.outcome !== null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('lists.order.title')}
        </Text>
        {order.outcome === null ? (
          <Text as="p" tone="subdued">
            {t('lists.order.none')}
          </Text>
        ) : (
          <OutcomeFacts
            outcome={order.outcome}
            isBusy={record.isBusy}
            onTakeBack={record.takeBack}
          />
        )}
        {record.error !== null && <ActionProblem error={record.error} />}
        {own.map((entry) => (
          <OwnEntry key={entry.id} entry={entry} />
        ))}
        <div className="actions">
          <Offer order={order} onOpen={() => setOpened('list')} />
          {!isRecorded && (
            <Line help={t('lists.order.cameBackHelp')}>
              <Button fullWidth onClick={() => setOpened('return')}>
                {t('lists.order.cameBack')}
              </Button>
            </Line>
          )}
          <Line help={t('lists.order.addHelp')}>
            <Button fullWidth onClick={() => setOpened('list')}>
              {t('lists.order.add')}
            </Button>
          </Line>
        </div>
        {!isRecorded && <OtherEnds isBusy={record.isBusy} onRecord={record.save} />}
      </BlockStack>
      {opened !== null && (
        <OrderDialog order={order} kind={opened} onClose={() => setOpened(null)} />
      )}
    </Card>
  );
}

function Line({ help, children }: { help: string; children: ReactNode }) {
  return (
    <div className="action">
      <BlockStack gap="150">
        {children}
        <Text as="p" variant="bodySm">
          {help}
        </Text>
      </BlockStack>
    </div>
  );
}

/** Shown by itself once something happened to the order that is worth remembering. */
function Offer({ order, onOpen }: { order: OrderDetail; onOpen: () => void }) {
  const { t } = useTranslation();
  const isAsked = mayOffer(order);
  const proposal = useListProposal(order.id, isAsked).data;
  if (!isAsked || proposal === undefined || !isWorthOffering(proposal)) return null;
  return (
    <div className="action">
      <div className="pending" role="status">
        <BlockStack gap="150">
          <Text as="p" fontWeight="semibold">
            {t('lists.order.offerTitle')}
          </Text>
          <Text as="p">{t(`lists.order.offerBody.${proposal.kind}`)}</Text>
          <div>
            <Button variant="primary" onClick={onOpen}>
              {t('lists.order.offerOpen')}
            </Button>
          </div>
        </BlockStack>
      </div>
    </div>
  );
}

function OwnEntry({ entry }: { entry: ListEntryDto }) {
  const { t } = useTranslation();
  const changes = useEntryChanges();
  return (
    <BlockStack gap="050">
      <Text as="p">{t('lists.order.own', { kind: t(`listKind.${entry.kind}`) })}</Text>
      <div>
        <Button variant="plain" loading={changes.isBusy} onClick={() => changes.remove(entry)}>
          {t('lists.order.ownRemove')}
        </Button>
      </div>
    </BlockStack>
  );
}

interface OtherEndsProps {
  isBusy: boolean;
  onRecord: (outcome: NonNullable<OutcomeBody['outcome']>) => void;
}

function OtherEnds({ isBusy, onRecord }: OtherEndsProps) {
  const { t } = useTranslation();
  return (
    <Fold summary={t('lists.order.otherEnd')}>
      {(['delivered', 'fraud'] as const).map((kind) => (
        <Line key={kind} help={t(`lists.order.${kind}Help`)}>
          <Button fullWidth disabled={isBusy} onClick={() => onRecord({ kind })}>
            {t(`lists.order.${kind}`)}
          </Button>
        </Line>
      ))}
    </Fold>
  );
}
