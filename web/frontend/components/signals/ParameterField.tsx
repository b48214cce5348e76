import { useTranslation } from 'react-i18next';
import type { SignalInfo, SignalParameterDto } from '../../../contract/signals.ts';
import { NumberField } from '../settings/NumberField.tsx';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { fitsParameter, isWhole, parameterOf, withParameter } from './signal-edits.ts';
import { useSignalWords } from './use-signal-words.ts';

interface Props {
  info: SignalInfo;
  parameter: SignalParameterDto;
  form: SettingsDraft;
}

/** One number of a signal's rule, with its unit, where it may lie and what it was. */
export function ParameterField({ info, parameter, form }: Props) {
  const { t } = useTranslation();
  const words = useSignalWords();
  const { key, name, min, max } = parameter;
  const value = parameterOf(info, key, form.draft.judgement);
  const range = { min: words.number(min), max: words.number(max) };
  return (
    <NumberField
      label={name}
      help={t('signals.numberHelp', { standard: words.number(parameter.default), ...range })}
      unit={words.unit(parameter)}
      value={value}
      min={min}
      max={max}
      step={parameter.unit === 'factor' ? 0.1 : 1}
      error={
        fitsParameter(parameter, value)
          ? form.errorAt(`judgement.parameters.${info.id}.${key}`)
          : t(isWhole(parameter) ? 'signals.whole' : 'signals.outOfRange', range)
      }
      isDisabled={form.isReadOnly}
      onChange={(typed) =>
        form.change((now) => ({ judgement: withParameter(now.judgement, info, key, typed) }))
      }
    />
  );
}
