import { type AppliedFilterInterface, ChoiceList, Filters, Text } from '@shopify/polaris';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { levels, orderStates } from '../../contract/level.ts';
import type { OrdersFilter } from '../wording/orders-url.ts';
import { useSearchText } from '../wording/use-search-text.ts';

interface Props {
  filter: OrdersFilter;
  onChange: (filter: OrdersFilter) => void;
  isLoading: boolean;
}

/** Search and the two filters; all three stand in the address bar. */
export function OrdersFilters({ filter, onChange, isLoading }: Props) {
  const { t } = useTranslation();
  const search = useSearchText(filter.q, (q) => onChange({ ...filter, q }));
  const choices = [
    choice('level', levels, filter, onChange, t),
    choice('state', orderStates, filter, onChange, t),
  ];
  return (
    <div className="orders-filters">
      <Filters
        queryValue={search.text}
        queryPlaceholder={t('orders.searchHelp')}
        onQueryChange={search.change}
        onQueryClear={() => search.change('')}
        onClearAll={() => onChange({ level: [], state: [], q: '' })}
        filters={choices}
        appliedFilters={appliedFilters(filter, onChange, t)}
        loading={isLoading}
      />
      {/* The placeholder is cut off on a telephone; what search finds must be readable there too. */}
      <div className="search-help">
        <Text as="p" variant="bodySm" tone="subdued">
          {t('orders.searchHelp')}
        </Text>
      </div>
    </div>
  );
}

type Field = 'level' | 'state';

const wordOf = (field: Field, value: string): string => `${field}.${value}`;

function choice<T extends string>(
  field: Field,
  values: readonly T[],
  filter: OrdersFilter,
  onChange: (filter: OrdersFilter) => void,
  t: TFunction,
) {
  const isChosen = (text: string) => values.some((value) => value === text);
  return {
    key: field,
    label: t(`${field}.label`),
    pinned: true,
    filter: (
      <ChoiceList
        title={t(`${field}.label`)}
        titleHidden
        allowMultiple
        choices={values.map((value) => ({ value, label: t(wordOf(field, value)) }))}
        selected={[...filter[field]]}
        onChange={(chosen) => onChange({ ...filter, [field]: chosen.filter(isChosen) })}
      />
    ),
  };
}

function appliedFilters(
  filter: OrdersFilter,
  onChange: (filter: OrdersFilter) => void,
  t: TFunction,
): AppliedFilterInterface[] {
  const fields: Field[] = ['level', 'state'];
  return fields
    .filter((field) => filter[field].length > 0)
    .map((field) => ({
      key: field,
      label: t(`orders.${field}Filter`, {
        values: filter[field].map((value) => t(wordOf(field, value))).join(t('common.separator')),
      }),
      onRemove: () => onChange({ ...filter, [field]: [] }),
    }));
}
