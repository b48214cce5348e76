import { Checkbox } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { prefectureNames } from './prefecture-names.ts';

interface Props {
  label: string;
  codes: readonly string[];
  isDisabled: boolean;
  onChange: (codes: string[]) => void;
}

/** Forty-seven choices in columns: one below the other they would push the rule out of sight. */
export function PrefectureField({ label, codes, isDisabled, onChange }: Props) {
  const prefectures = prefectureNames(useTranslation().t);
  const isChosen = (code: string, picked: string, on: boolean) =>
    code === picked ? on : codes.includes(code);
  return (
    <fieldset className="checkout-prefectures" aria-label={label}>
      {prefectures.map(({ code, name }) => (
        <Checkbox
          key={code}
          label={name}
          checked={codes.includes(code)}
          disabled={isDisabled}
          onChange={(on) =>
            onChange(
              prefectures.map((each) => each.code).filter((each) => isChosen(each, code, on)),
            )
          }
        />
      ))}
    </fieldset>
  );
}
