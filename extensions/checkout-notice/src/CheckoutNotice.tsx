import '@shopify/ui-extensions/preact';
import { render } from 'preact';
import { shopifyApi } from './shopify-api.ts';
import { type ShownNotice, shownNotices } from './shown-notices.ts';

/** Called by Shopify on the thank-you page, the order status page and, on Plus, in checkout. */
export default function extension(): void {
  render(<CheckoutNotice />, document.body);
}

/** Shopify picks the locale file: `language` is the one whose headings the buyer reads. */
function CheckoutNotice() {
  const { appMetafields, i18n } = shopifyApi();
  const language = i18n.translate('language');
  const notices = shownNotices(appMetafields.value, language);
  if (notices.length === 0) return null;
  return (
    <s-stack gap="base">
      {notices.map((notice) => (
        <Notice key={notice.key} notice={notice} language={language} />
      ))}
    </s-stack>
  );
}

function Notice({ notice, language }: { notice: ShownNotice; language: string }) {
  return (
    <s-section heading={shopifyApi().i18n.translate(`title.${notice.key}`)}>
      {notice.lines.map((line) => (
        <s-paragraph key={line} lang={language}>
          {line}
        </s-paragraph>
      ))}
    </s-section>
  );
}
