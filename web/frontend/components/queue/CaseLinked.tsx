import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../../../contract/orders.ts';
import type { CaseDto } from '../../../contract/queue.ts';
import { useFormat } from '../../wording/use-format.ts';
import { AppLink } from '../AppLink.tsx';
import { LevelBadge } from '../LevelBadge.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';

type Linked = CaseDto['linked'][number];

/** The other orders of the case and why they are in it; how to put another beside them, or take one out. */
export function CaseLinked({ order, found }: { order: OrderDetail; found: CaseDto }) {
  const { t } = useTranslation();
  const [split, setSplit] = useState<Linked | null>(null);
  const [isMerging, setMerging] = useState(false);
  const isOpen = found.closedAt === null;
  return (
    <BlockStack gap="200">
      {found.linked.length === 0 ? (
        <Text as="p">{t('queue.card.noLinked')}</Text>
      ) : (
        <ul className="plain-list case-linked">
          {found.linked.map((linked) => (
            <li key={linked.id}>
              <LinkedOrder linked={linked} onSplit={isOpen ? () => setSplit(linked) : null} />
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <div>
          <Button size="slim" onClick={() => setMerging(true)}>
            {t('queue.card.merge')}
          </Button>
        </div>
      )}
      {split !== null && (
        <SplitDialog caseId={found.id} order={split} onClose={() => setSplit(null)} />
      )}
      {isMerging && (
        <MergeDialog caseId={found.id} orderName={order.name} onClose={() => setMerging(false)} />
      )}
    </BlockStack>
  );
}

function LinkedOrder({ linked, onSplit }: { linked: Linked; onSplit: (() => void) | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const why = linked.links.map((link) => t(`queue.link.${link}`)).join(t('common.dot'));
  const facts = [
    format.when(linked.createdAt),
    linked.total === null ? t('orders.noTotal') : format.money(linked.total),
    t(`state.${linked.state}`),
  ];
  return (
    <InlineStack gap="200" align="space-between" blockAlign="start">
      <BlockStack gap="050">
        <InlineStack gap="150" align="start" blockAlign="center">
          <AppLink url={`/orders/${linked.id}`}>{linked.name}</AppLink>
          <LevelBadge level={linked.level} />
        </InlineStack>
        <Text as="p" variant="bodySm">
          {why || t('queue.card.through')}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          {facts.join(t('common.dot'))}
        </Text>
      </BlockStack>
      {onSplit !== null && (
        <Button
          size="slim"
          accessibilityLabel={t('queue.card.splitOf', { name: linked.name })}
          onClick={onSplit}
        >
          {t('queue.card.split')}
        </Button>
      )}
    </InlineStack>
  );
}
