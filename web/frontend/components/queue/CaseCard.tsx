import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { levels } from '../../../contract/level.ts';
import type { OrderDetail } from '../../../contract/orders.ts';
import type { CaseDto } from '../../../contract/queue.ts';
import type { MeAnswer } from '../../../contract/today.ts';
import { useFormat } from '../../wording/use-format.ts';
import { useNow } from '../../wording/use-now.ts';
import { AppLink } from '../AppLink.tsx';
import { CaseLinked } from './CaseLinked.tsx';
import { CaseNotes } from './CaseNotes.tsx';
import { CaseSnoozes } from './CaseSnoozes.tsx';
import { CaseWho } from './CaseWho.tsx';
import { DeadlineText } from './DeadlineText.tsx';
import './queue.css';

/** The case of an order: who looks after it, until when, with which others, and what was noted. */
export function CaseCard({ order, me }: { order: OrderDetail; me: MeAnswer }) {
  const { t } = useTranslation();
  const found = order.case;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t('queue.card.title')}
          </Text>
          <span className="case-linked">
            <AppLink url="/queue">{t('queue.card.toQueue')}</AppLink>
          </span>
        </InlineStack>
        {found === null ? (
          <Text as="p">{t('queue.card.none')}</Text>
        ) : (
          <CaseParts order={order} found={found} me={me} />
        )}
      </BlockStack>
    </Card>
  );
}

function CaseParts({ order, found, me }: { order: OrderDetail; found: CaseDto; me: MeAnswer }) {
  const { t } = useTranslation();
  const isOpen = found.closedAt === null;
  return (
    <>
      <CaseTimes order={order} found={found} />
      {isOpen && <CaseWho found={found} name={order.name} me={me} />}
      {isOpen && (
        <CasePart title={t('queue.card.deadlines')}>
          <Deadlines found={found} />
        </CasePart>
      )}
      <CasePart title={t('queue.card.linked')}>
        <CaseLinked order={order} found={found} />
      </CasePart>
      {order.snoozes.length > 0 && (
        <CasePart title={t('queue.card.snoozes')}>
          <CaseSnoozes order={order} />
        </CasePart>
      )}
      <CasePart title={t('queue.card.notes')}>
        <CaseNotes orderId={order.id} notes={found.notes} />
      </CasePart>
    </>
  );
}

/** Since when; why, where a person began it: a case that the app opened gives only the level. */
function CaseTimes({ order, found }: { order: OrderDetail; found: CaseDto }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = order.openCase?.reason ?? '';
  const isLevel = reason === '' || levels.some((level) => level === reason);
  return (
    <div>
      <Text as="p">{t('queue.card.since', { when: format.when(found.openedAt) })}</Text>
      {found.closedAt !== null && (
        <Text as="p">{t('queue.card.closed', { when: format.when(found.closedAt) })}</Text>
      )}
      {!isLevel && <Text as="p">{t('queue.card.reason', { value: reason })}</Text>}
    </div>
  );
}

function Deadlines({ found }: { found: CaseDto }) {
  const { t } = useTranslation();
  const now = useNow(true, 20_000);
  if (found.deadlines.length === 0) return <Text as="p">{t('queue.card.noDeadlines')}</Text>;
  return (
    <ul className="plain-list">
      {found.deadlines.map((deadline) => (
        <li key={deadline.kind}>
          <DeadlineText deadline={deadline} now={now} />
        </li>
      ))}
    </ul>
  );
}

export function CasePart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <BlockStack gap="150">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {children}
    </BlockStack>
  );
}
