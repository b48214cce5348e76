import { ChoiceList } from '@shopify/polaris';

interface Props<T extends string> {
  title: string;
  choices: readonly { value: T; label: string }[];
  selected: readonly T[];
  isDisabled: boolean;
  onChange: (selected: T[]) => void;
}

/** Any number of a few, always in the order in which they are offered. */
export function ChoicesField<T extends string>(props: Props<T>) {
  const { title, choices, selected, isDisabled, onChange } = props;
  return (
    <ChoiceList
      allowMultiple
      titleHidden
      title={title}
      choices={choices.map((choice) => ({ ...choice }))}
      selected={[...selected]}
      disabled={isDisabled}
      onChange={(chosen: string[]) =>
        onChange(choices.map(({ value }) => value).filter((value) => chosen.includes(value)))
      }
    />
  );
}
