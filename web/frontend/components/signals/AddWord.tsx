import { Button, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  isDisabled: boolean;
  /** Why a word cannot be added, as a sentence; null where it can. */
  refuse: (typed: string) => string | null;
  onAdd: (typed: string) => void;
}

/** A word and the button that adds it; Enter does the same. */
export function AddWord({ label, isDisabled, refuse, onAdd }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const add = () => {
    const problem = refuse(text);
    setRefusal(problem);
    if (problem !== null) return;
    onAdd(text);
    setText('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') add();
      }}
    >
      <TextField
        label={label}
        value={text}
        maxLength={100}
        autoComplete="off"
        disabled={isDisabled}
        {...(refusal !== null && { error: refusal })}
        onChange={(typed) => {
          setText(typed);
          setRefusal(null);
        }}
        connectedRight={
          <Button submit disabled={isDisabled || text.trim() === ''}>
            {t('common.add')}
          </Button>
        }
      />
    </form>
  );
}
