import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ContactDto } from '../../../contract/contact.ts';
import { callResults } from '../../../contract/contact-kinds.ts';
import type { OrderDetail } from '../../../contract/orders.ts';
import { useRecordCall } from '../../queries/use-contact.ts';
import { useMe } from '../../queries/use-me.ts';
import { useFormat } from '../../wording/use-format.ts';
import { Fold } from '../Fold.tsx';
import { NotedResults } from './NotedResults.tsx';
import './contact.css';

/** Whom to dial, what to say and ask, and what came of it. */
export function CallCard({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const { contact } = order;
  if (contact === null) return null;
  if (contact.number === null && contact.calls.length === 0) return null;
  const isNext = contact.next?.do === 'call';
  const parts = <CallParts order={order} contact={contact} />;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('contact.call.title')}
        </Text>
        <NumberLine order={order} number={contact.number} />
        {isNext ? parts : <Fold summary={t('contact.call.more')}>{parts}</Fold>}
        <CallLog contact={contact} />
      </BlockStack>
    </Card>
  );
}

/** The number, and what the checks found about it. */
function NumberLine({ order, number }: { order: OrderDetail; number: string | null }) {
  const { t } = useTranslation();
  if (number === null) return <Text as="p">{t('contact.call.noNumber')}</Text>;
  const found = order.signals.filter(
    ({ id, outcome }) => outcome === 'hit' && /^(phone|landline)-/.test(id),
  );
  return (
    <BlockStack gap="100">
      <a className="contact-number" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
        {number}
      </a>
      {found.length === 0 ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {t('contact.call.nothingAbout')}
        </Text>
      ) : (
        <ul className="contact-about-number">
          {found.map(({ id, because, points }) => (
            <li key={id}>
              {t(points < 0 ? 'contact.call.for' : 'contact.call.against', { because })}
            </li>
          ))}
        </ul>
      )}
    </BlockStack>
  );
}

function CallParts({ order, contact }: { order: OrderDetail; contact: ContactDto }) {
  return (
    <BlockStack gap="400">
      <Script order={order} />
      {contact.number !== null && <Results orderId={order.id} number={contact.number} />}
    </BlockStack>
  );
}

function Script({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe().data;
  const values = {
    shop: me?.shopName ?? '',
    staff: me?.name ?? t('contact.call.staff'),
    name: order.buyer ?? t('contact.call.buyer'),
    order: order.name,
    date: format.date(order.createdAt),
  };
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('contact.call.scriptTitle')}
      </Text>
      <blockquote className="contact-script">{t('contact.call.script', values)}</blockquote>
      <Text as="h3" variant="headingSm">
        {t('contact.call.askTitle')}
      </Text>
      <ul className="contact-ask">
        {(['goods', 'address', 'pay', 'gift'] as const).map((what) => (
          <li key={what}>{t(`contact.call.ask.${what}`)}</li>
        ))}
      </ul>
      <Text as="p" variant="bodySm" tone="subdued">
        {t('contact.call.manners')}
      </Text>
    </BlockStack>
  );
}

function Results({ orderId, number }: { orderId: string; number: string }) {
  const { t } = useTranslation();
  const recording = useRecordCall(orderId);
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {t('contact.call.resultTitle')}
      </Text>
      <NotedResults
        results={callResults}
        labelOf={(result) => t(`contact.call.result.${result}`)}
        bodyOf={(result, noted) => ({ result, number, ...noted })}
        recording={recording}
        done={t('contact.call.done')}
      />
      <Text as="p" variant="bodySm" tone="subdued">
        {t('contact.call.effect')}
      </Text>
    </BlockStack>
  );
}

function CallLog({ contact }: { contact: ContactDto }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (contact.calls.length === 0) return null;
  return (
    <BlockStack gap="150">
      <Text as="h3" variant="headingSm">
        {t('contact.call.log')}
      </Text>
      <ul className="plain-list">
        {contact.calls.map((call) => (
          <li key={`${call.at} ${call.result} ${call.note}`}>
            <Text as="p">{t(`contact.call.result.${call.result}`)}</Text>
            {call.note !== null && <p className="buyers-note">{call.note}</p>}
            <Text as="p" variant="bodySm" tone="subdued">
              {[format.when(call.at), call.by, call.number].join(t('common.dot'))}
            </Text>
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}
