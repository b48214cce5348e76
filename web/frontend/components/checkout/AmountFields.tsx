import { TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckoutCondition } from '../../../contract/checkout-settings.ts';
import { useMe } from '../../queries/use-me.ts';
import { mostYen, yenOf } from './yen.ts';

type Amount = Extract<CheckoutCondition, { kind: 'amount' }>;

interface Props {
  condition: Amount;
  isDisabled: boolean;
  onChange: (condition: Amount) => void;
}

/** Two bounds, each of which may be left empty. */
export function AmountFields({ condition, isDisabled, onChange }: Props) {
  return (
    <div className="signal-fields">
      {(['over', 'under'] as const).map((bound) => (
        <Bound
          key={bound}
          bound={bound}
          amount={condition[bound]}
          isDisabled={isDisabled}
          onChange={(amount) => onChange({ ...condition, [bound]: amount })}
        />
      ))}
    </div>
  );
}

interface BoundProps {
  bound: 'over' | 'under';
  amount: number | null;
  isDisabled: boolean;
  onChange: (amount: number | null) => void;
}

function Bound({ bound, amount, isDisabled, onChange }: BoundProps) {
  const { t } = useTranslation();
  const currency = useMe().data?.currency ?? 'JPY';
  const [text, setText] = useState(amount === null ? '' : String(amount));
  const typed = yenOf(text);
  // Discarded, or moved in from outside: what was typed is not what stands.
  const shown = typed === undefined || typed === amount ? text : String(amount ?? '');
  return (
    <TextField
      label={t(`checkout.condition.amount.${bound}Label`)}
      inputMode="numeric"
      prefix={currency === 'JPY' ? '¥' : currency}
      value={shown}
      autoComplete="off"
      disabled={isDisabled}
      {...(typed === undefined && { error: t('checkout.problems.yen', { most: mostYen }) })}
      onChange={(next) => {
        setText(next);
        const value = yenOf(next);
        if (value !== undefined) onChange(value);
      }}
    />
  );
}
