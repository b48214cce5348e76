import { BlockStack, Button, Checkbox, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { SignalInfo } from '../../../contract/signals.ts';
import { NumberField } from '../settings/NumberField.tsx';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { ParameterField } from './ParameterField.tsx';
import {
  fitsPoints,
  isChanged,
  pointsRange,
  stateOf,
  withoutChanges,
  withSignal,
} from './signal-edits.ts';

interface Props {
  info: SignalInfo;
  form: SettingsDraft;
  onShowWords: (list: string) => void;
}

/** What a signal says, what speaks against it, and everything of it that can be set. */
export function SignalPanel({ info, form, onShowWords }: Props) {
  const { t } = useTranslation();
  const { judgement } = form.draft;
  return (
    <div id={`signal-${info.id}`} className="signal-panel">
      <BlockStack gap="400">
        <SignalTexts info={info} onShowWords={onShowWords} />
        <Weight info={info} form={form} />
        {info.parameters.length > 0 && (
          <BlockStack gap="300">
            <Text as="h4" fontWeight="semibold">
              {t('signals.numbers')}
            </Text>
            {info.parameters.map((parameter) => (
              <ParameterField key={parameter.key} info={info} parameter={parameter} form={form} />
            ))}
          </BlockStack>
        )}
        <InlineStack>
          <Button
            disabled={form.isReadOnly || !isChanged(info, judgement)}
            onClick={() =>
              form.change((now) => ({ judgement: withoutChanges(now.judgement, info.id) }))
            }
          >
            {t('signals.reset')}
          </Button>
        </InlineStack>
      </BlockStack>
    </div>
  );
}

function SignalTexts({ info, onShowWords }: Pick<Props, 'info' | 'onShowWords'>) {
  const { t } = useTranslation();
  const { words } = info;
  const rows = [
    [t('signals.reason'), info.reason],
    [t('signals.caution'), info.caution],
  ];
  return (
    <BlockStack gap="200">
      <dl className="signal-texts">
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {info.weak && <Text as="p">{t('signals.weak')}</Text>}
      {info.floor !== null && <Text as="p">{t(`signals.floor.${info.floor}`)}</Text>}
      {words !== null && (
        <Text as="p">
          <a href={`#words-${words}`} onClick={() => onShowWords(words)}>
            {t('signals.usesWords', { list: t(`signals.words.${words}`) })}
          </a>
        </Text>
      )}
    </BlockStack>
  );
}

/** How much a hit weighs, and whether it is one of the checks that are counted. */
function Weight({ info, form }: Pick<Props, 'info' | 'form'>) {
  const { t } = useTranslation();
  const { judgement } = form.draft;
  const { points, counts } = stateOf(info, judgement);
  const range = pointsRange(info);
  const edit = (change: { points: number } | { counts: boolean }) =>
    form.change((now) => ({ judgement: withSignal(now.judgement, info, change) }));
  return (
    <div className="signal-fields">
      <NumberField
        label={t('signals.weight')}
        help={t('signals.weightHelp', {
          standard: info.presets[judgement.preset].points,
          ...range,
        })}
        unit={t('signals.pointsUnit')}
        value={points}
        {...range}
        error={
          fitsPoints(info, points)
            ? form.errorAt(`judgement.signals.${info.id}`)
            : t('signals.whole', range)
        }
        isDisabled={form.isReadOnly}
        onChange={(value) => edit({ points: value })}
      />
      <Checkbox
        label={t('signals.counts')}
        helpText={t('signals.countsHelp')}
        checked={counts}
        disabled={form.isReadOnly}
        onChange={(value) => edit({ counts: value })}
      />
    </div>
  );
}
