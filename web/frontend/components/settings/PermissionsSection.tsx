import { BlockStack, Button, InlineStack, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/settings.ts';
import type { MeAnswer } from '../../../contract/today.ts';
import { RadioField } from './RadioField.tsx';
import { Section } from './Section.tsx';
import type { SettingsDraft } from './use-settings-draft.ts';

const answers = ['anyone', 'owner', 'listed'] as const;

/** 権限: who of the staff may end orders, and who may change this page. */
export function PermissionsSection({ form, me }: { form: SettingsDraft; me: MeAnswer }) {
  const { t } = useTranslation();
  const { draft, errorAt, isReadOnly } = form;
  const { permissions } = draft;
  const change = (part: Partial<Settings['permissions']>) =>
    form.change({ permissions: { ...permissions, ...part } });
  const needsList = permissions.cancel === 'listed' || permissions.settings === 'listed';
  return (
    <Section name="permissions">
      {(['cancel', 'settings'] as const).map((what) => (
        <RadioField
          key={what}
          label={t(`settings.permissions.${what}`)}
          choices={answers.map((value) => ({ value, label: t(`settings.permissions.${value}`) }))}
          value={permissions[what]}
          error={errorAt(`permissions.${what}`)}
          isDisabled={isReadOnly}
          onChange={(value) => change({ [what]: value })}
        />
      ))}
      {needsList && (
        <StaffList
          key={form.discards}
          listed={permissions.listed}
          me={me}
          error={errorAt('permissions.listed')}
          isDisabled={isReadOnly}
          onChange={(listed) => change({ listed })}
        />
      )}
    </Section>
  );
}

interface StaffListProps {
  listed: readonly string[];
  me: MeAnswer;
  error: string | undefined;
  isDisabled: boolean;
  onChange: (listed: string[]) => void;
}

function StaffList({ listed, me, error, isDisabled, onChange }: StaffListProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(listed.join('\n'));
  const change = (typed: string) => {
    setText(typed);
    onChange(typed.split(/\s+/).filter((id) => id !== ''));
  };
  return (
    <BlockStack gap="200">
      <TextField
        label={t('settings.permissions.list')}
        helpText={t('settings.permissions.listHelp', { id: me.userId })}
        value={text}
        multiline={3}
        autoComplete="off"
        disabled={isDisabled}
        {...(error !== undefined && { error })}
        onChange={change}
      />
      <InlineStack>
        <Button
          disabled={isDisabled || listed.includes(me.userId)}
          onClick={() => change([...listed, me.userId].join('\n'))}
        >
          {t('settings.permissions.addMe')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
