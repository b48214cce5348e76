import { Button, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../app-bridge.ts';
import { ActionProblem } from '../ActionProblem.tsx';

interface Recording<T> {
  readonly error: Error | null;
  readonly isPending: boolean;
  mutate(body: T, options: { onSuccess: () => void }): void;
}

interface Props<T, R extends string> {
  results: readonly R[];
  labelOf: (result: R) => string;
  bodyOf: (result: R, noted: { note?: string }) => T;
  recording: Recording<T>;
  done: string;
}

/** What came of it: a note if there is one, and a button for each result. */
export function NotedResults<T, R extends string>(props: Props<T, R>) {
  const { results, labelOf, bodyOf, recording, done } = props;
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const onSuccess = () => {
    setNote('');
    showToast(done);
  };
  const record = (result: R) => {
    const noted = note.trim() === '' ? {} : { note: note.trim() };
    recording.mutate(bodyOf(result, noted), { onSuccess });
  };
  return (
    <>
      <TextField
        label={t('contact.note')}
        value={note}
        maxLength={255}
        autoComplete="off"
        onChange={setNote}
      />
      {recording.error !== null && <ActionProblem error={recording.error} />}
      <div className="contact-results">
        {results.map((result) => (
          <Button key={result} disabled={recording.isPending} onClick={() => record(result)}>
            {labelOf(result)}
          </Button>
        ))}
      </div>
    </>
  );
}
