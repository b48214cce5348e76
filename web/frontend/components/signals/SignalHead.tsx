import { Badge, Button, Checkbox, Text } from '@shopify/polaris';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignalInfo } from '../../../contract/signals.ts';
import type { SignalState } from './signal-edits.ts';
import { useSignalWords } from './use-signal-words.ts';

interface Props extends SignalState {
  info: SignalInfo;
  window: number;
  isChanged: boolean;
  isOpen: boolean;
  isReadOnly: boolean;
  onEdit: (info: SignalInfo, change: Partial<SignalState>) => void;
  onToggle: (id: string, isOpen: boolean) => void;
}

/** One signal on a line. Drawn anew only when it changes itself: typing must not wait for ninety others. */
export const SignalHead = memo(function SignalHead(props: Props) {
  const { t } = useTranslation();
  const words = useSignalWords();
  const { info, isOpen } = props;
  return (
    <div className="signal-head">
      <Checkbox
        label={info.name}
        helpText={words.fired(info.fired, props.window)}
        checked={props.on}
        disabled={props.isReadOnly}
        onChange={(on) => props.onEdit(info, { on })}
      />
      <div className="signal-side">
        {props.isChanged && <Badge tone="info">{t('signals.changed')}</Badge>}
        <Text as="span" tone={props.on ? 'base' : 'subdued'}>
          {Number.isNaN(props.points) ? '–' : t('signals.points', { n: props.points })}
          {props.counts && t('common.dot') + t('signals.counted')}
        </Text>
        <Button
          variant="tertiary"
          disclosure={isOpen ? 'up' : 'down'}
          ariaExpanded={isOpen}
          ariaControls={`signal-${info.id}`}
          accessibilityLabel={t(isOpen ? 'signals.close' : 'signals.open', { name: info.name })}
          onClick={() => props.onToggle(info.id, !isOpen)}
        >
          {t(isOpen ? 'signals.closeShort' : 'signals.openShort')}
        </Button>
      </div>
    </div>
  );
});
