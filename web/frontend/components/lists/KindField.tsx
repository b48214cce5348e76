import { useTranslation } from 'react-i18next';
import { listKinds } from '../../../contract/list-kinds.ts';
import type { ListKind } from '../../../contract/lists.ts';
import { RadioField } from '../settings/RadioField.tsx';

interface Props {
  label: string;
  kind: ListKind;
  onChange: (kind: ListKind) => void;
}

/** One of the five, each with what it does to orders. */
export function KindField({ label, kind, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <RadioField
      label={label}
      choices={listKinds.map((value) => ({
        value,
        label: t(`listKind.${value}`),
        ...(value === kind && { helpText: t(`lists.kindAbout.${value}`) }),
      }))}
      value={kind}
      error={undefined}
      isDisabled={false}
      onChange={onChange}
    />
  );
}
