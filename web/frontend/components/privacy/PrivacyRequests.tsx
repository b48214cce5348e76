import { Badge, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrivacyRequestDto } from '../../../contract/privacy.ts';
import { downloadFile } from '../../api-files.ts';
import { useMarkRequest } from '../../queries/use-privacy.ts';
import { useFormat } from '../../wording/use-format.ts';
import { useListToasts } from '../lists/use-list-toasts.ts';

interface Props {
  requests: readonly PrivacyRequestDto[];
  mayChange: boolean;
}

/** What customers asked for through Shopify, and how far it is. */
export function PrivacyRequests({ requests, mayChange }: Props) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('privacy.requests')}
          </Text>
          <Text as="p" tone="subdued">
            {t('privacy.requestsAbout')}
          </Text>
        </BlockStack>
        {requests.length === 0 && <Text as="p">{t('privacy.noRequests')}</Text>}
        <BlockStack as="ul" gap="500">
          {requests.map((request) => (
            <li key={request.id}>
              <OneRequest request={request} mayChange={mayChange} />
            </li>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function OneRequest({ request, mayChange }: { request: PrivacyRequestDto; mayChange: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, state, at, dueAt, orders } = request;
  const isOpen = kind === 'data-request' && state !== 'done';
  const facts = [
    t('privacy.received', { when: format.dateTime(at) }),
    isOpen ? t('privacy.due', { when: format.date(dueAt) }) : '',
    t('privacy.orders', { n: orders }),
  ].filter((fact) => fact !== '');
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {t(`privacy.kindOf.${kind}`)}
        </Text>
        <StateOfRequest request={request} />
      </InlineStack>
      <Text as="p">{facts.join(t('common.dot'))}</Text>
      <HowItEnded request={request} />
      {kind === 'data-request' && mayChange && <RequestActions request={request} />}
    </BlockStack>
  );
}

function StateOfRequest({ request: { kind, state } }: { request: PrivacyRequestDto }) {
  const { t } = useTranslation();
  if (kind === 'customer-redact') {
    return state === 'done' ? (
      <Badge tone="success">{t('privacy.erased')}</Badge>
    ) : (
      <Badge tone="info">{t('privacy.erasing')}</Badge>
    );
  }
  const tone = { open: 'attention', overdue: 'critical', done: 'success' } as const;
  return <Badge tone={tone[state]}>{t(`privacy.stateOf.${state}`)}</Badge>;
}

function HowItEnded({ request }: { request: PrivacyRequestDto }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { doneAt, doneBy, kind, hasFile } = request;
  const when = doneAt === null ? '' : format.dateTime(doneAt);
  return (
    <>
      {doneAt !== null && (
        <Text as="p" tone="subdued">
          {doneBy === null
            ? t('privacy.doneAt', { when })
            : t('privacy.doneBy', { when, who: doneBy })}
        </Text>
      )}
      {kind === 'data-request' && !hasFile && <Text as="p">{t('privacy.fileGone')}</Text>}
    </>
  );
}

function RequestActions({ request: { id, state, hasFile } }: { request: PrivacyRequestDto }) {
  const { t } = useTranslation();
  const toasts = useListToasts();
  const marking = useMarkRequest();
  const [isLoading, setLoading] = useState(false);
  const download = async () => {
    setLoading(true);
    try {
      await downloadFile(`/api/privacy/requests/${id}/file`, `sekisho-data-request-${id}.json`);
    } catch (caught) {
      toasts.fail(caught);
    }
    setLoading(false);
  };
  const mark = (done: boolean) => marking.mutate({ id, done }, { onError: toasts.fail });
  if (!hasFile) return null;
  const isOpen = state !== 'done';
  return (
    <BlockStack gap="200">
      <InlineStack gap="200">
        <Button
          variant={isOpen ? 'primary' : 'secondary'}
          loading={isLoading}
          onClick={() => void download()}
        >
          {t('privacy.download')}
        </Button>
        <Button loading={marking.isPending} onClick={() => mark(isOpen)}>
          {t(isOpen ? 'privacy.markDone' : 'privacy.markOpen')}
        </Button>
      </InlineStack>
      {isOpen && (
        <Text as="p" variant="bodySm" tone="subdued">
          {t('privacy.downloadHelp')}
        </Text>
      )}
    </BlockStack>
  );
}
