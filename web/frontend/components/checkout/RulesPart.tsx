import { BlockStack, Button, InlineError, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodRule } from '../../../contract/checkout-settings.ts';
import { mostRules } from '../../../contract/checkout-words.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { Part } from '../signals/Part.tsx';
import { PastNote } from './PastNote.tsx';
import { RuleRow } from './RuleRow.tsx';
import { newRule, type Starter, starters } from './rule-edits.ts';
import { useCheckoutErrors } from './use-checkout-errors.ts';
import { usePastOrders } from './use-past-orders.ts';

interface Props {
  form: SettingsDraft;
  saved: Settings;
}

/** When cash on delivery is hidden: one sentence a rule, and what it would have meant until now. */
export function RulesPart({ form, saved }: Props) {
  const { t } = useTranslation();
  const errors = useCheckoutErrors(form);
  const [open, setOpen] = useState<string | null>(null);
  const { checkout, cod } = form.draft;
  const past = usePastOrders(saved, checkout.rules);
  const change = (to: (rules: readonly CodRule[]) => CodRule[]) =>
    form.change((now) => ({ checkout: { ...now.checkout, rules: to(now.checkout.rules) } }));
  const add = (starter: Starter) => {
    const rule = newRule(checkout.rules, starter);
    change((rules) => [...rules, rule]);
    setOpen(rule.id);
  };
  const error = errors.at('checkout.rules');
  return (
    <Part id="rules" title={t('checkout.rulesTitle')} about={t('checkout.rulesAbout')}>
      <div className="part-body">
        <BlockStack gap="300">
          <Text as="p">{t(`checkout.blocked.${cod.blocked ? 'on' : 'off'}`)}</Text>
          {checkout.rules.length === 0 && <Text as="p">{t('checkout.rulesNone')}</Text>}
          <PastNote past={past} />
        </BlockStack>
      </div>
      <ol className="checkout-rules">
        {checkout.rules.map((rule, index) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            index={index}
            form={form}
            past={past}
            isOpen={open === rule.id}
            onToggle={() => setOpen(open === rule.id ? null : rule.id)}
            onChange={change}
          />
        ))}
      </ol>
      <div className="card-foot">
        <BlockStack gap="200">
          {error !== undefined && <InlineError message={error} fieldID="rules" />}
          <Text as="h3" fontWeight="semibold">
            {t('checkout.addRule')}
          </Text>
          <InlineStack gap="200">
            {starters.map((starter) => (
              <Button
                key={starter}
                disabled={form.isReadOnly || checkout.rules.length >= mostRules}
                onClick={() => add(starter)}
              >
                {t(`checkout.starter.${starter}`)}
              </Button>
            ))}
          </InlineStack>
          {checkout.rules.length >= mostRules && (
            <Text as="p">{t('checkout.rulesFull', { n: mostRules })}</Text>
          )}
        </BlockStack>
      </div>
    </Part>
  );
}
