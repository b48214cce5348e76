import { BlockStack, InlineError, InlineStack, Tag, Text } from '@shopify/polaris';
import { NewName } from './NewName.tsx';

interface Props {
  title: string;
  help: string;
  label: string;
  names: readonly string[];
  error: string | undefined;
  isDisabled: boolean;
  onChange: (names: string[]) => void;
}

/** A short list of names: each can be taken out, another typed in. */
export function NameList({ title, help, label, names, error, isDisabled, onChange }: Props) {
  const without = (name: string) => names.filter((known) => known !== name);
  return (
    <BlockStack gap="200">
      <BlockStack>
        <Text as="h3">{title}</Text>
        <Text as="p" tone="subdued">
          {help}
        </Text>
      </BlockStack>
      {names.length > 0 && (
        <InlineStack gap="200">
          {names.map((name) => (
            <Tag key={name} disabled={isDisabled} onRemove={() => onChange(without(name))}>
              {name}
            </Tag>
          ))}
        </InlineStack>
      )}
      {error !== undefined && <InlineError message={error} fieldID={label} />}
      <NewName
        label={label}
        isDisabled={isDisabled}
        onAdd={(name) => onChange([...without(name), name])}
      />
    </BlockStack>
  );
}
