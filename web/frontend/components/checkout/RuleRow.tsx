import { Badge, BlockStack, Button, Checkbox, InlineStack, Text } from '@shopify/polaris';
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import type { CodRule } from '../../../contract/checkout-settings.ts';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import type { PastOrders } from './past-lines.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { RulePast } from './RulePast.tsx';
import { moved, problemOf, withoutRule, withRule } from './rule-edits.ts';
import { ruleSentence } from './rule-sentence.ts';
import { useCheckoutErrors } from './use-checkout-errors.ts';
import { useRuleWords } from './use-rule-words.ts';

interface Props {
  rule: CodRule;
  index: number;
  form: SettingsDraft;
  past: PastOrders;
  isOpen: boolean;
  onToggle: () => void;
  onChange: (to: (rules: readonly CodRule[]) => CodRule[]) => void;
}

/** One rule as a sentence, with what can be done to it; unfolded it is edited in place. */
export function RuleRow({ rule, index, form, past, isOpen, onToggle, onChange }: Props) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const isRefused = useCheckoutErrors(form).within(`checkout.rules.${index}`) !== undefined;
  const isWrong = isRefused || rule.hide.length === 0 || rule.conditions.some(problemOf);
  const sentence = ruleSentence(rule, words);
  const panel = `checkout-${rule.id}`;
  return (
    <li className="checkout-rule">
      <BlockStack gap="200">
        <div id={`${panel}-sentence`}>
          {rule.name !== undefined && (
            <Text as="p" tone="subdued">
              {rule.name}
            </Text>
          )}
          <Text as="p" fontWeight="semibold" {...(!rule.on && { tone: 'subdued' })}>
            {sentence}
          </Text>
          <RulePast rule={rule} past={past} />
        </div>
        {isWrong && (
          <InlineStack>
            <Badge tone="critical">{t('checkout.ruleWrong')}</Badge>
          </InlineStack>
        )}
        <div className="checkout-rule-buttons">
          <Checkbox
            label={t('checkout.on')}
            ariaDescribedBy={`${panel}-sentence`}
            checked={rule.on}
            disabled={form.isReadOnly}
            onChange={(on) => onChange((rules) => withRule(rules, rule.id, { on }))}
          />
          <RuleButtons rule={rule} index={index} form={form} onChange={onChange} />
          <Button
            ariaExpanded={isOpen}
            ariaControls={panel}
            accessibilityLabel={t(`checkout.${isOpen ? 'closeRule' : 'editRule'}`, { sentence })}
            onClick={onToggle}
          >
            {t(`checkout.${isOpen ? 'close' : 'edit'}`)}
          </Button>
        </div>
      </BlockStack>
      <div id={panel} hidden={!isOpen}>
        {isOpen && <RuleEditor rule={rule} index={index} form={form} onChange={onChange} />}
      </div>
    </li>
  );
}

function RuleButtons({ rule, index, form, onChange }: Omit<Props, 'past' | 'isOpen' | 'onToggle'>) {
  const { t } = useTranslation();
  const sentence = ruleSentence(rule, useRuleWords());
  const last = form.draft.checkout.rules.length - 1;
  const move = (by: -1 | 1) => onChange((rules) => moved(rules, rule.id, by));
  return (
    <InlineStack gap="100">
      <Button
        icon={ArrowUpIcon}
        disabled={form.isReadOnly || index === 0}
        accessibilityLabel={t('checkout.up', { sentence })}
        onClick={() => move(-1)}
      />
      <Button
        icon={ArrowDownIcon}
        disabled={form.isReadOnly || index === last}
        accessibilityLabel={t('checkout.down', { sentence })}
        onClick={() => move(1)}
      />
      <Button
        icon={DeleteIcon}
        disabled={form.isReadOnly}
        accessibilityLabel={t('checkout.removeRule', { sentence })}
        onClick={() => {
          onChange((rules) => withoutRule(rules, rule.id));
          // The button goes with its rule: the keyboard goes on from the list, not from the top.
          document.getElementById('rules')?.focus();
        }}
      />
    </InlineStack>
  );
}
