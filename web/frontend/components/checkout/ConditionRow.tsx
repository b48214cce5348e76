import { Button, InlineError, Text } from '@shopify/polaris';
import { DeleteIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import type { CheckoutCondition } from '../../../contract/checkout-settings.ts';
import { ConditionFields } from './ConditionFields.tsx';
import { problemOf } from './rule-edits.ts';

interface Props {
  id: string;
  condition: CheckoutCondition;
  error: string | undefined;
  isDisabled: boolean;
  /** A rule needs one condition at least: this one stays. */
  isOnly: boolean;
  onChange: (condition: CheckoutCondition) => void;
  onRemove: () => void;
}

/** One condition: what it is, its fields, and what is wrong with it. */
export function ConditionRow(props: Props) {
  const { id, condition, error, isDisabled, isOnly, onChange, onRemove } = props;
  const { t } = useTranslation();
  const name = t(`checkout.condition.${condition.kind}.name`);
  const problem = problemOf(condition);
  const said = problem === null ? error : t(`checkout.problems.${problem}`);
  return (
    <fieldset className="checkout-condition" aria-describedby={said && `${id}-problem`}>
      <legend>{name}</legend>
      <div className="checkout-condition-fields">
        <Text as="p" tone="subdued">
          {t(`checkout.condition.${condition.kind}.help`)}
        </Text>
        <ConditionFields condition={condition} isDisabled={isDisabled} onChange={onChange} />
        {said !== undefined && (
          <div id={`${id}-problem`}>
            <InlineError message={said} fieldID={id} />
          </div>
        )}
      </div>
      {!isOnly && (
        <Button
          icon={DeleteIcon}
          disabled={isDisabled}
          accessibilityLabel={t('common.remove', { name })}
          onClick={onRemove}
        />
      )}
    </fieldset>
  );
}
