import { TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionLine } from './ActionLine.tsx';
import type { ActionProps } from './ActionsCard.tsx';

/** 出荷を保留する by hand: the reason is written on the spot, for whoever opens the order next. */
export function HoldAction({ buttons, isBusy }: ActionProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const click = () => {
    setMissing(note.trim() === '');
    if (note.trim() !== '') buttons.run('hold', { note: note.trim() });
  };
  const change = (text: string) => {
    setNote(text);
    setMissing(false);
  };
  return (
    <ActionLine
      kind="hold"
      buttons={buttons}
      sentence={t('actionDetail.hold')}
      isDisabled={isBusy}
      onClick={click}
    >
      <TextField
        label={t('actionDetail.holdReason')}
        helpText={t('actionDetail.holdReasonHelp')}
        value={note}
        maxLength={255}
        autoComplete="off"
        disabled={isBusy}
        {...(isMissing && { error: t('actionDetail.holdReasonMissing') })}
        onChange={change}
      />
    </ActionLine>
  );
}
