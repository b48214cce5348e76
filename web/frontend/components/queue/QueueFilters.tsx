import { Filters, Select, Text } from '@shopify/polaris';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffDto } from '../../../contract/queue.ts';
import { useSearchText } from '../../wording/use-search-text.ts';
import { queueFields } from './queue-fields.tsx';
import { type QueueFilter, sorts, wholeQueue } from './queue-url.ts';

interface Props {
  filter: QueueFilter;
  staff: readonly StaffDto[];
  onChange: (filter: QueueFilter) => void;
  isLoading: boolean;
}

/**
 * Search with what it finds, filters, and the order of the rows; all of it stands in the address bar. Not
 * drawn anew when a row is chosen: it is the dearest part of the page.
 */
export const QueueFilters = memo(function QueueFilters(props: Props) {
  const { filter, staff, onChange, isLoading } = props;
  const { t } = useTranslation();
  const search = useSearchText(filter.q, (q) => onChange({ ...filter, q }));
  const fields = queueFields(filter, staff, onChange, t);
  const sort = (chosen: string) => {
    const found = sorts.find((known) => known === chosen);
    if (found !== undefined) onChange({ ...filter, sort: found });
  };
  return (
    <div className="queue-filters">
      <Filters
        queryValue={search.text}
        queryPlaceholder={t('queue.searchPlaceholder')}
        onQueryChange={search.change}
        onQueryClear={() => search.change('')}
        onClearAll={() => onChange({ ...wholeQueue, sort: filter.sort, closed: filter.closed })}
        filters={fields.choices}
        appliedFilters={fields.applied}
        loading={isLoading}
      />
      <div className="queue-tools">
        <Text as="p" variant="bodySm" tone="subdued">
          {t('queue.searchHelp')}
        </Text>
        {!filter.closed && (
          <Select
            label={t('queue.sortLabel')}
            labelInline
            options={sorts.map((value) => ({ value, label: t(`queue.sort.${value}`) }))}
            value={filter.sort}
            onChange={sort}
          />
        )}
      </div>
    </div>
  );
});
