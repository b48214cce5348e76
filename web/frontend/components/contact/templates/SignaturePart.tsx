import { BlockStack, Card, Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { SettingsDraft } from '../../settings/use-settings-draft.ts';

const lines = ['shop', 'company', 'address', 'phone', 'url', 'hours', 'closed'] as const;
type Line = (typeof lines)[number];

const help: Partial<Record<Line, string>> = {
  shop: 'contact.templates.shopHelp',
  hours: 'contact.templates.hoursExample',
  closed: 'contact.templates.closedExample',
};

/** What is said of the shop below every letter, and where buyers are asked to call. */
export function SignaturePart({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { signature } = form.draft.contact;
  const write = (line: Line, text: string) =>
    form.change(({ contact }) => ({
      contact: { ...contact, signature: { ...contact.signature, [line]: text } },
    }));
  return (
    <Card>
      <BlockStack gap="400">
        <div id="signature">
          <Text as="h2" variant="headingMd">
            {t('contact.templates.signature')}
          </Text>
          <Text as="p" tone="subdued">
            {t('contact.templates.signatureHelp')}
          </Text>
        </div>
        <div className="template-fields">
          {lines.map((line) => {
            const error = form.errorAt(`contact.signature.${line}`);
            const key = help[line];
            return (
              <TextField
                key={line}
                label={t(`contact.templates.${line}`)}
                value={signature[line]}
                maxLength={200}
                autoComplete="off"
                disabled={form.isReadOnly}
                {...(key !== undefined && { helpText: t(key) })}
                {...(error !== undefined && { error })}
                onChange={(text) => write(line, text)}
              />
            );
          })}
        </div>
      </BlockStack>
    </Card>
  );
}
