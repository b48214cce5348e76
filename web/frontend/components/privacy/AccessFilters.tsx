import { Select, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

export interface AccessChoice {
  readonly from: string;
  readonly to: string;
  readonly who: string;
  readonly order: string;
}

export const anyAccess: AccessChoice = { from: '', to: '', who: '', order: '' };

/** As the API takes it: what is not chosen is left out. */
export const accessSearch = (choice: AccessChoice): string =>
  new URLSearchParams(Object.entries(choice).filter(([, value]) => value !== '')).toString();

interface Props {
  choice: AccessChoice;
  people: readonly { id: string; name: string }[];
  onChange: (choice: AccessChoice) => void;
}

/** Which days, who, which order. */
export function AccessFilters({ choice, people, onChange }: Props) {
  const { t } = useTranslation();
  const set = (change: Partial<AccessChoice>) => onChange({ ...choice, ...change });
  const day = (name: 'from' | 'to') => (
    <TextField
      type="date"
      label={t(`privacy.${name}`)}
      value={choice[name]}
      max="2999-12-31"
      autoComplete="off"
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <div className="audit-filters">
      {day('from')}
      {day('to')}
      <Select
        label={t('privacy.who')}
        options={[
          { label: t('privacy.anybody'), value: '' },
          ...people.map(({ id, name }) => ({ label: name, value: id })),
        ]}
        value={choice.who}
        onChange={(who) => set({ who })}
      />
      <TextField
        label={t('privacy.order')}
        value={choice.order}
        maxLength={100}
        autoComplete="off"
        onChange={(order) => set({ order })}
      />
    </div>
  );
}
