import { useTranslation } from 'react-i18next';
import type { CheckoutCondition } from '../../../contract/checkout-settings.ts';
import { listedKinds, mostTags, placeKinds } from '../../../contract/checkout-words.ts';
import { NameList } from '../settings/NameList.tsx';
import { NumberField } from '../settings/NumberField.tsx';
import { RadioField } from '../settings/RadioField.tsx';
import { AmountFields } from './AmountFields.tsx';
import { ChoicesField } from './ChoicesField.tsx';
import { PrefectureField } from './PrefectureField.tsx';

interface Props {
  condition: CheckoutCondition;
  isDisabled: boolean;
  onChange: (condition: CheckoutCondition) => void;
}

const guests = ['match', 'no-match'] as const;

/** The fields of one condition, by its kind; some have none. */
export function ConditionFields({ condition, isDisabled, onChange }: Props) {
  const { t } = useTranslation();
  const title = t(`checkout.condition.${condition.kind}.name`);
  switch (condition.kind) {
    case 'always':
    case 'islands':
    case 'company':
      return null;
    case 'listed':
      return (
        <ChoicesField
          title={title}
          choices={listedKinds.map((value) => ({ value, label: t(`listKind.${value}`) }))}
          selected={condition.kinds}
          isDisabled={isDisabled}
          onChange={(kinds) => onChange({ ...condition, kinds })}
        />
      );
    case 'place':
      return (
        <ChoicesField
          title={title}
          choices={placeKinds.map((value) => ({ value, label: t(`checkout.place.${value}`) }))}
          selected={condition.words}
          isDisabled={isDisabled}
          onChange={(words) => onChange({ ...condition, words })}
        />
      );
    case 'prefecture':
      return (
        <PrefectureField
          label={title}
          codes={condition.codes}
          isDisabled={isDisabled}
          onChange={(codes) => onChange({ ...condition, codes })}
        />
      );
    case 'amount':
      return <AmountFields condition={condition} isDisabled={isDisabled} onChange={onChange} />;
    case 'first-order':
      return (
        <RadioField
          label={t('checkout.condition.first-order.guest')}
          choices={guests.map((value) => ({
            value,
            label: t(`checkout.condition.first-order.guestOptions.${value}`),
          }))}
          value={condition.unknown}
          error={undefined}
          isDisabled={isDisabled}
          onChange={(unknown) => onChange({ ...condition, unknown })}
        />
      );
    case 'quantity':
      return (
        <NumberField
          label={t('checkout.condition.quantity.from')}
          unit={t('checkout.condition.quantity.unit')}
          // The settings say "more than"; whole pieces are counted from the next one.
          value={condition.over + 1}
          min={2}
          max={1_000_000}
          error={undefined}
          isDisabled={isDisabled}
          onChange={(from) => onChange({ ...condition, over: from - 1 })}
        />
      );
    case 'product-tag':
    case 'customer-tag':
      return (
        <NameList
          title={title}
          help={t('checkout.tagsHelp', { n: mostTags })}
          label={t('checkout.addTag')}
          names={condition.tags}
          error={undefined}
          isDisabled={isDisabled || condition.tags.length >= mostTags}
          onChange={(tags) => onChange({ ...condition, tags })}
        />
      );
  }
}
