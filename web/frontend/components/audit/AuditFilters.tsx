import { BlockStack, Button, InlineStack, Select, TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditAnswer } from '../../../contract/audit.ts';
import { auditGroups, auditOthers } from '../../../contract/audit-groups.ts';
import { type AuditChoice, isNoChoice, noChoice } from './audit-url.ts';

interface Props {
  choice: AuditChoice;
  people: AuditAnswer['people'];
  onChange: (choice: AuditChoice) => void;
}

/** Which days, whose doing, what kind, which order. */
export function AuditFilters({ choice, people, onChange }: Props) {
  const { t } = useTranslation();
  const set = (change: Partial<AuditChoice>) => onChange({ ...choice, ...change });
  const who = [
    { label: t('auditPage.anybody'), value: '' },
    ...(people ?? []).map(({ id, name }) => ({ label: name, value: id })),
    ...auditOthers.map((one) => ({ label: t(`auditPage.${one}`), value: one })),
  ];
  const groups = [
    { label: t('auditPage.everything'), value: '' },
    ...auditGroups.map((group) => ({ label: t(`auditPage.group.${group}`), value: group })),
  ];
  return (
    <BlockStack gap="300">
      <div className="audit-filters">
        <DayField
          label={t('auditPage.from')}
          value={choice.from}
          onChange={(from) => set({ from })}
        />
        <DayField label={t('auditPage.to')} value={choice.to} onChange={(to) => set({ to })} />
        <Select
          label={t('auditPage.who')}
          options={who}
          value={choice.who}
          onChange={(value) => set({ who: value })}
        />
        <Select
          label={t('auditPage.what')}
          options={groups}
          value={choice.group}
          onChange={(value) => set({ group: auditGroups.find((one) => one === value) ?? '' })}
        />
        <OrderField value={choice.order} onChange={(order) => set({ order })} />
      </div>
      {!isNoChoice(choice) && (
        <InlineStack>
          <Button variant="plain" onClick={() => onChange(noChoice)}>
            {t('auditPage.clear')}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}

interface FieldProps {
  value: string;
  onChange: (value: string) => void;
}

/** The browser's own day picker: keyboard, language and telephone are its business. */
function DayField({ label, value, onChange }: FieldProps & { label: string }) {
  return (
    <TextField
      type="date"
      label={label}
      value={value}
      max="2999-12-31"
      autoComplete="off"
      onChange={onChange}
    />
  );
}

/** Looked for when the typing has come to rest, not at every key. */
function OrderField({ value, onChange }: FieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), 400);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <TextField
      label={t('auditPage.order')}
      placeholder={t('auditPage.orderHelp')}
      value={typed}
      maxLength={100}
      autoComplete="off"
      onChange={setTyped}
    />
  );
}
