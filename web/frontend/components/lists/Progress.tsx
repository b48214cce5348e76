import { Text } from '@shopify/polaris';
import { useId } from 'react';

interface Props {
  label: string;
  /** 0 to 1; null: nobody knows how much there is. */
  part: number | null;
}

/** How far it is, drawn and told. */
export function Progress({ label, part }: Props) {
  const id = useId();
  return (
    <div>
      <progress
        className="progress"
        max={1}
        aria-labelledby={id}
        {...(part !== null && { value: part })}
      />
      <div id={id}>
        <Text as="p">{label}</Text>
      </div>
    </div>
  );
}
