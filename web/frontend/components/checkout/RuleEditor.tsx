import { BlockStack, ChoiceList, InlineError, Select, Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CheckoutCondition, CodRule } from '../../../contract/checkout-settings.ts';
import { conditionKinds, hiddenMethods } from '../../../contract/checkout-words.ts';
import { RadioField } from '../settings/RadioField.tsx';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { addableKinds, newCondition, withName, withRule } from './rule-edits.ts';
import { useCheckoutErrors } from './use-checkout-errors.ts';

interface Props {
  rule: CodRule;
  index: number;
  form: SettingsDraft;
  onChange: (to: (rules: readonly CodRule[]) => CodRule[]) => void;
}

const mostConditions = 10;

/** What is hidden, and when; the sentence above changes with every field. */
export function RuleEditor({ rule, index, form, onChange }: Props) {
  const { t } = useTranslation();
  const errors = useCheckoutErrors(form);
  const path = `checkout.rules.${index}`;
  const edit = (part: Partial<CodRule>) => onChange((rules) => withRule(rules, rule.id, part));
  const hideError = rule.hide.length === 0 ? t('checkout.problems.nothing_chosen') : null;
  return (
    <div className="checkout-editor">
      <BlockStack gap="400">
        <ChoiceList
          allowMultiple
          title={t('checkout.hide')}
          choices={hiddenMethods.map((value) => ({ value, label: t(`checkout.method.${value}`) }))}
          selected={[...rule.hide]}
          disabled={form.isReadOnly}
          {...(hideError !== null && { error: hideError })}
          onChange={(chosen: string[]) =>
            edit({ hide: hiddenMethods.filter((method) => chosen.includes(method)) })
          }
        />
        {rule.conditions.length > 1 && (
          <RadioField
            label={t('checkout.match')}
            choices={(['all', 'any'] as const).map((value) => ({
              value,
              label: t(`checkout.matchOptions.${value}`),
            }))}
            value={rule.match}
            error={errors.within(`${path}.match`)}
            isDisabled={form.isReadOnly}
            onChange={(match) => edit({ match })}
          />
        )}
        <Conditions rule={rule} index={index} form={form} edit={edit} />
        <TextField
          label={t('checkout.ruleName')}
          helpText={t('checkout.ruleNameHelp')}
          value={rule.name ?? ''}
          maxLength={60}
          autoComplete="off"
          disabled={form.isReadOnly}
          onChange={(name) => onChange((rules) => withName(rules, rule.id, name))}
        />
      </BlockStack>
    </div>
  );
}

interface ConditionsProps extends Omit<Props, 'onChange'> {
  edit: (part: Partial<CodRule>) => void;
}

function Conditions({ rule, index, form, edit }: ConditionsProps) {
  const { t } = useTranslation();
  const errors = useCheckoutErrors(form);
  const path = `checkout.rules.${index}.conditions`;
  const error = errors.at(path);
  const { conditions } = rule;
  const kinds = addableKinds(rule, conditionKinds);
  const put = (at: number, condition: CheckoutCondition) =>
    edit({ conditions: conditions.map((known, place) => (place === at ? condition : known)) });
  return (
    <BlockStack gap="300">
      <Text as="h3" fontWeight="semibold">
        {t('checkout.conditions')}
      </Text>
      {conditions.map((condition, at) => (
        <ConditionRow
          key={condition.kind}
          id={`${rule.id}-${at}`}
          condition={condition}
          error={errors.within(`${path}.${at}`)}
          isDisabled={form.isReadOnly}
          isOnly={conditions.length === 1}
          onChange={(next) => put(at, next)}
          onRemove={() => edit({ conditions: conditions.filter((_, place) => place !== at) })}
        />
      ))}
      {error !== undefined && <InlineError message={error} fieldID={`${rule.id}-conditions`} />}
      {conditions.length < mostConditions && kinds.length > 0 && (
        <Select
          label={t('checkout.addCondition')}
          placeholder={t('checkout.chooseCondition')}
          options={kinds.map((value) => ({
            value,
            label: t(`checkout.condition.${value}.name`),
          }))}
          value=""
          disabled={form.isReadOnly}
          onChange={(chosen) => {
            const kind = kinds.find((known) => known === chosen);
            // 「いつも」 stands for no condition at all: the first real one takes its place.
            const kept = conditions.filter((known) => known.kind !== 'always');
            if (kind === 'always') edit({ conditions: [newCondition(kind)] });
            else if (kind !== undefined) edit({ conditions: [...kept, newCondition(kind)] });
          }}
        />
      )}
    </BlockStack>
  );
}
