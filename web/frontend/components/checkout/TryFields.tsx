import { Checkbox, Select, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CodRule } from '../../../contract/checkout-settings.ts';
import type { TriedBuyer } from '../../../contract/checkout-try.ts';
import { useMe } from '../../queries/use-me.ts';
import { NumberField } from '../settings/NumberField.tsx';
import { prefectureNames } from './prefecture-names.ts';
import { mostYen } from './yen.ts';

interface Props {
  buyer: TriedBuyer;
  rules: readonly CodRule[];
  onChange: (part: Partial<TriedBuyer>) => void;
}

const texts = ['email', 'phone', 'zip', 'city', 'address1', 'address2', 'company'] as const;
const earlier = { unknown: null, none: 0, some: 1 } as const;
const histories = ['unknown', 'none', 'some'] as const;
const tags = [
  ['product-tag', 'productTagged'],
  ['customer-tag', 'customerTagged'],
] as const;

/** What a buyer types and has in the cart; tags only where a rule asks for them. */
export function TryFields({ buyer, rules, onChange }: Props) {
  const { t } = useTranslation();
  const currency = useMe().data?.currency ?? 'JPY';
  const asks = (kind: string) =>
    rules.some(({ on, conditions }) => on && conditions.some((each) => each.kind === kind));
  const number = (field: 'amount' | 'quantity', unit: string, min: number, max: number) => (
    <NumberField
      label={t(`checkout.try.${field}`)}
      unit={unit}
      value={buyer[field]}
      min={min}
      max={max}
      error={undefined}
      isDisabled={false}
      onChange={(value) => onChange({ [field]: value })}
    />
  );
  return (
    <div className="signal-fields">
      {number('amount', currency === 'JPY' ? t('checkout.try.yen') : currency, 0, mostYen)}
      {number('quantity', t('checkout.condition.quantity.unit'), 1, 1_000_000)}
      <Select
        label={t('checkout.try.orders')}
        options={histories.map((value) => ({
          value,
          label: t(`checkout.try.ordersOptions.${value}`),
        }))}
        value={histories.find((each) => earlier[each] === buyer.orders) ?? 'unknown'}
        onChange={(chosen) => {
          const history = histories.find((each) => each === chosen);
          if (history !== undefined) onChange({ orders: earlier[history] });
        }}
      />
      <Select
        label={t('checkout.try.province')}
        options={[
          { value: '', label: t('checkout.try.noProvince') },
          ...prefectureNames(t).map(({ code, name }) => ({ value: code, label: name })),
        ]}
        value={buyer.province}
        onChange={(province) => onChange({ province })}
      />
      {texts.map((field) => (
        <TextField
          key={field}
          label={t(`checkout.try.${field}`)}
          value={buyer[field]}
          maxLength={200}
          autoComplete="off"
          onChange={(text) => onChange({ [field]: text })}
        />
      ))}
      {tags
        .filter(([kind]) => asks(kind))
        .map(([kind, field]) => (
          <Checkbox
            key={kind}
            label={t(`checkout.try.${field}`)}
            checked={buyer[field]}
            onChange={(tagged) => onChange({ [field]: tagged })}
          />
        ))}
    </div>
  );
}
