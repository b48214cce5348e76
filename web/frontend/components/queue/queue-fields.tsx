import { type AppliedFilterInterface, ChoiceList, type FilterInterface } from '@shopify/polaris';
import type { TFunction } from 'i18next';
import { levels } from '../../../contract/level.ts';
import type { StaffDto } from '../../../contract/queue.ts';
import { dues, payments, type QueueFilter, stages } from './queue-url.ts';

interface Field {
  readonly key: string;
  readonly isOne: boolean;
  readonly choices: readonly { value: string; label: string }[];
  readonly chosen: readonly string[];
  readonly with: (chosen: readonly string[]) => QueueFilter;
}

/** What the rows can be narrowed to, and what they are narrowed to. */
export function queueFields(
  filter: QueueFilter,
  staff: readonly StaffDto[],
  onChange: (filter: QueueFilter) => void,
  t: TFunction,
): { choices: FilterInterface[]; applied: AppliedFilterInterface[] } {
  const fields = fieldsOf(filter, staff, t);
  return {
    choices: fields.map((field) => ({
      key: field.key,
      label: t(`queue.filter.${field.key}`),
      pinned: true,
      filter: (
        <ChoiceList
          title={t(`queue.filter.${field.key}`)}
          titleHidden
          allowMultiple={!field.isOne}
          choices={[...field.choices]}
          selected={[...field.chosen]}
          onChange={(chosen) => onChange(field.with(chosen))}
        />
      ),
    })),
    applied: fields
      .filter(({ chosen }) => chosen.length > 0)
      .map((field) => ({
        key: field.key,
        label: t('common.of', {
          label: t(`queue.filter.${field.key}`),
          value: labelsOf(field).join(t('common.separator')),
        }),
        onRemove: () => onChange(field.with([])),
      })),
  };
}

/** Somebody who has left the shop has no name any more; the id is better than nothing. */
const labelsOf = ({ choices, chosen }: Field): string[] =>
  chosen.map((value) => choices.find((choice) => choice.value === value)?.label ?? value);

const wordOf = (word: string, value: string): string => `${word}.${value}`;

function fieldsOf(filter: QueueFilter, staff: readonly StaffDto[], t: TFunction): Field[] {
  const known = (word: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(wordOf(word, value)) }));
  const of = <T extends string>(values: readonly T[], texts: readonly string[]): T[] =>
    values.filter((value) => texts.includes(value));
  return [
    {
      ...{ key: 'level', isOne: false, choices: known('level', levels), chosen: filter.level },
      with: (texts) => ({ ...filter, level: of(levels, texts) }),
    },
    {
      ...{ key: 'due', isOne: true, choices: known('queue.due', dues) },
      chosen: filter.due === null ? [] : [filter.due],
      with: (texts) => ({ ...filter, due: of(dues, texts)[0] ?? null }),
    },
    {
      ...{ key: 'who', isOne: true, chosen: filter.who === '' ? [] : [filter.who] },
      choices: [
        { value: 'me', label: t('queue.me') },
        { value: 'none', label: t('queue.nobody') },
        ...staff.map(({ id, name }) => ({ value: id, label: name })),
      ],
      with: (texts) => ({ ...filter, who: texts[0] ?? '' }),
    },
    {
      ...{ key: 'stage', isOne: false, choices: known('queue.stage', stages) },
      chosen: filter.stage,
      with: (texts) => ({ ...filter, stage: of(stages, texts) }),
    },
    {
      ...{ key: 'payment', isOne: false, choices: known('paymentKind', payments) },
      chosen: filter.payment,
      with: (texts) => ({ ...filter, payment: of(payments, texts) }),
    },
  ];
}
