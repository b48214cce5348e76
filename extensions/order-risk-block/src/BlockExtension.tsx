import '@shopify/ui-extensions/preact';
import { type ComponentChildren, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type OrderRead, orderIdOf, readOrder } from './read-order.ts';
import { appLink, type RiskView, riskView } from './risk-view.ts';

/** Called by Shopify admin when the order page opens. */
export default function extension(): void {
  render(<OrderRiskBlock />, document.body);
}

const t = (key: string, values?: Record<string, number>): string =>
  shopify.i18n.translate(key, values);

function OrderRiskBlock() {
  const orderId = orderIdOf(shopify.data.selected);
  const [read, setRead] = useState<OrderRead | null>(null);
  const load = () => {
    setRead(null);
    void readOrder(orderId, t('language'), fetch).then(setRead);
  };
  useEffect(load, []);

  if (read === null) return <Block>{<s-spinner accessibilityLabel={t('loading')} />}</Block>;
  if (read.kind === 'judged') return <Judged view={riskView(read.order)} />;
  return <Unread read={read} orderId={orderId} onRetry={load} />;
}

function Judged({ view }: { view: RiskView }) {
  return (
    <Block summary={`${t(view.level.key)} · ${t(view.state.key)}`}>
      <s-stack direction="inline" gap="small-200">
        <s-badge tone={view.level.tone}>{t(view.level.key)}</s-badge>
        <s-badge tone={view.state.tone}>{t(view.state.key)}</s-badge>
      </s-stack>
      {view.cannotHold && <s-banner tone="warning">{t('cannotHold')}</s-banner>}
      <Reasons view={view} />
      <s-link href={view.href}>{t('open')}</s-link>
    </Block>
  );
}

function Reasons({ view }: { view: RiskView }) {
  if (view.reasons.length === 0) return <s-paragraph>{t('noReasons')}</s-paragraph>;
  return (
    <s-stack gap="small-200">
      <s-text type="strong">{t('reasons')}</s-text>
      <s-unordered-list>
        {view.reasons.map((reason) => (
          <s-list-item key={reason}>{reason}</s-list-item>
        ))}
      </s-unordered-list>
      {view.more > 0 && <s-text color="subdued">{t('moreReasons', { count: view.more })}</s-text>}
    </s-stack>
  );
}

const sentences = { 'not-judged': 'notJudged', 'sign-in': 'signIn', failed: 'failed' } as const;

interface UnreadProps {
  read: Exclude<OrderRead, { kind: 'judged' }>;
  orderId: string | null;
  onRetry: () => void;
}

function Unread({ read, orderId, onRetry }: UnreadProps) {
  return (
    <Block>
      <s-paragraph>{t(sentences[read.kind])}</s-paragraph>
      <s-stack direction="inline" gap="base">
        <s-button onClick={onRetry}>{t('retry')}</s-button>
        {orderId !== null && <s-link href={appLink(orderId)}>{t('open')}</s-link>}
      </s-stack>
    </Block>
  );
}

interface BlockProps {
  /** Told while the block is folded; Shopify cuts it at 30 characters. */
  summary?: string;
  children: ComponentChildren;
}

function Block({ summary, children }: BlockProps) {
  return (
    <s-admin-block heading={t('name')} {...(summary && { collapsedSummary: summary })}>
      <s-stack gap="base">{children}</s-stack>
    </s-admin-block>
  );
}
