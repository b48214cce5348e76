import { Button, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  isDisabled: boolean;
  onAdd: (name: string) => void;
}

/** One line to type a name, and the button that adds it. */
export function NewName({ label, isDisabled, onAdd }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim() === '') return;
    onAdd(text.trim());
    setText('');
  };
  return (
    <TextField
      label={label}
      value={text}
      maxLength={100}
      autoComplete="off"
      disabled={isDisabled}
      onChange={setText}
      connectedRight={
        <Button disabled={isDisabled || text.trim() === ''} onClick={add}>
          {t('common.add')}
        </Button>
      }
    />
  );
}
