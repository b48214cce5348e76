import { BlockStack, Button, Select, Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { SignalsAnswer } from '../../../contract/signals.ts';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { Part } from './Part.tsx';
import { ResetAll } from './ResetAll.tsx';
import { SignalGroup } from './SignalGroup.tsx';
import { filterSignals, groupSignals, isFiltering, noFilter, shows } from './signal-filter.ts';
import type { SignalsView } from './use-signals-view.ts';

interface Props {
  answer: SignalsAnswer;
  form: SettingsDraft;
  view: SignalsView;
}

/** Every signal, by kind; found by words and by how it is set. */
export function SignalList({ answer, form, view }: Props) {
  const { t } = useTranslation();
  const isSearched = isFiltering(view.filter);
  const found = filterSignals(answer.signals, form.draft.judgement, view.filter);
  return (
    <Part
      id="list"
      title={t('signals.listTitle')}
      about={t('signals.listAbout', { n: answer.signals.length })}
    >
      <SignalSearch view={view} found={isSearched ? found.length : null} />
      {groupSignals(found).map(([group, signals]) => (
        <SignalGroup
          key={group}
          group={group}
          signals={signals}
          window={answer.window}
          form={form}
          view={view}
          isSearched={isSearched}
        />
      ))}
      <div className="card-foot">
        <ResetAll signals={answer.signals} form={form} />
      </div>
    </Part>
  );
}

function SignalSearch({ view, found }: { view: SignalsView; found: number | null }) {
  const { t } = useTranslation();
  const { filter, setFilter } = view;
  return (
    <div className="signals-search">
      <div className="signal-fields">
        <TextField
          label={t('signals.search')}
          helpText={t('signals.searchHelp')}
          type="search"
          value={filter.text}
          autoComplete="off"
          onChange={(text) => setFilter({ ...filter, text })}
        />
        <Select
          label={t('signals.show')}
          options={shows.map((value) => ({ value, label: t(`signals.shows.${value}`) }))}
          value={filter.show}
          onChange={(chosen) => {
            const show = shows.find((known) => known === chosen);
            if (show !== undefined) setFilter({ ...filter, show });
          }}
        />
      </div>
      <div role="status">
        {found !== null && found > 0 && <Text as="p">{t('signals.found', { n: found })}</Text>}
        {found === 0 && (
          <BlockStack gap="200" inlineAlign="start">
            <Text as="p">{t('signals.noneTitle')}</Text>
            <Button onClick={() => setFilter(noFilter)}>{t('signals.clear')}</Button>
          </BlockStack>
        )}
      </div>
    </div>
  );
}
