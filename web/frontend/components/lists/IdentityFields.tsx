import { FormLayout, InlineGrid, Select, TextField, type TextFieldProps } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { prefectures } from '../../wording/prefectures.ts';
import { Fold } from '../Fold.tsx';
import type { EntryDraft } from './entry-draft.ts';
import { entryErrorKey } from './entry-errors.ts';

interface Props {
  draft: EntryDraft;
  error: Error | null;
  onChange: (part: Partial<EntryDraft>) => void;
}

type TextName = Exclude<keyof EntryDraft, 'kind' | 'reason' | 'expiry' | 'province' | 'note'>;

/** By what an order is recognised; one of them is enough. */
export function IdentityFields(props: Props) {
  const { t } = useTranslation();
  const field = (name: TextName, path: string, more: Partial<TextFieldProps> = {}) => (
    <Field key={name} name={name} path={path} more={more} {...props} />
  );
  const lines = { multiline: 1, helpText: t('lists.form.perLine'), maxLength: 2600 } as const;
  return (
    <FormLayout>
      {field('name', 'identity.name', { maxLength: 200 })}
      {field('emails', 'identity.emails', lines)}
      {field('phones', 'identity.phones', lines)}
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        {field('zip', 'identity.address.zip', { maxLength: 20 })}
        <ProvinceField {...props} />
      </InlineGrid>
      {field('city', 'identity.address.city', { maxLength: 255 })}
      {field('address1', 'identity.address', { maxLength: 255 })}
      {field('address2', 'identity.address.address2', { maxLength: 255 })}
      <Fold summary={t('lists.form.more')} isOpen={hasMore(props.draft)}>
        <FormLayout>
          {field('reading', 'identity.reading', { maxLength: 200 })}
          {field('ip', 'identity.ip', { maxLength: 45 })}
          {field('bin', 'identity.card.bin', { maxLength: 8, inputMode: 'numeric' })}
          {field('last4', 'identity.card.last4', { maxLength: 4, inputMode: 'numeric' })}
          {field('cardExpiry', 'identity.card.expiry', { maxLength: 7 })}
        </FormLayout>
      </Fold>
    </FormLayout>
  );
}

const hasMore = ({ reading, ip, bin, last4 }: EntryDraft): boolean =>
  [reading, ip, bin, last4].some((text) => text !== '');

interface FieldProps extends Props {
  name: TextName;
  path: string;
  more: Partial<TextFieldProps>;
}

function Field({ draft, error, onChange, name, path, more }: FieldProps) {
  const { t } = useTranslation();
  const problem = entryErrorKey(error, path);
  return (
    <TextField
      label={t(`lists.form.${name}`)}
      value={draft[name]}
      autoComplete="off"
      {...more}
      {...(problem !== undefined && { error: t(problem) })}
      onChange={(text) => onChange({ [name]: text })}
    />
  );
}

function ProvinceField({ draft, error, onChange }: Props) {
  const { t } = useTranslation();
  const problem = entryErrorKey(error, 'identity.address.province');
  return (
    <Select
      label={t('lists.form.province')}
      options={[
        { value: '', label: t('lists.form.provinceNone') },
        ...prefectures.map(({ code, name }) => ({ value: code, label: name })),
      ]}
      value={draft.province}
      {...(problem !== undefined && { error: t(problem) })}
      onChange={(province) => onChange({ province })}
    />
  );
}
