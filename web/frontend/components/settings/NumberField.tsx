import { TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';

interface Props {
  label: string;
  help?: string;
  unit: string;
  value: number;
  min: number;
  max: number;
  /** Of the arrows beside the field; 1 unless given. */
  step?: number;
  error: string | undefined;
  isDisabled: boolean;
  onChange: (value: number) => void;
}

/** A number. An emptied field is sent as no number, and refused at the field. */
export function NumberField(props: Props) {
  const { label, help, unit, value, min, max, step = 1, error, isDisabled, onChange } = props;
  const [text, setText] = useState(String(value));
  useEffect(() => {
    // Discard and reload change the value from outside; typing must not be rewritten under the finger.
    setText((now) => (toNumber(now) === value || Number.isNaN(value) ? now : String(value)));
  }, [value]);
  return (
    <TextField
      label={label}
      helpText={help}
      type="number"
      inputMode={step < 1 ? 'decimal' : 'numeric'}
      min={min}
      max={max}
      step={step}
      suffix={unit}
      value={text}
      autoComplete="off"
      disabled={isDisabled}
      {...(error !== undefined && { error })}
      onChange={(typed) => {
        setText(typed);
        onChange(toNumber(typed));
      }}
    />
  );
}

const toNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
