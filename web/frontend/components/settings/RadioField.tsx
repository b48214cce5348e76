import { ChoiceList } from '@shopify/polaris';

interface Props<T extends string> {
  label: string;
  /** Where a heading right above says the same. */
  isLabelHidden?: boolean;
  choices: readonly { value: T; label: string; helpText?: string }[];
  value: T;
  error: string | undefined;
  isDisabled: boolean;
  onChange: (value: T) => void;
}

/** One of a few, each with what it does. */
export function RadioField<T extends string>(props: Props<T>) {
  const { label, isLabelHidden = false, choices, value, error, isDisabled, onChange } = props;
  return (
    <ChoiceList
      title={label}
      titleHidden={isLabelHidden}
      choices={choices.map((choice) => ({ ...choice }))}
      selected={[value]}
      disabled={isDisabled}
      {...(error !== undefined && { error })}
      onChange={([chosen]) => {
        const choice = choices.find((known) => known.value === chosen);
        if (choice !== undefined) onChange(choice.value);
      }}
    />
  );
}
