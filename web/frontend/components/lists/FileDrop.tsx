import { Text } from '@shopify/polaris';
import { type DragEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './file-drop.css';

interface Props {
  help: string;
  isDisabled?: boolean;
  onFile: (file: File) => void;
}

/** A file by the browser's own chooser, or dropped onto it. */
export function FileDrop({ help, isDisabled = false, onFile }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined && !isDisabled) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut of the button inside
    <div
      className={isOver ? 'file-drop file-drop-over' : 'file-drop'}
      onDragOver={(event) => {
        // Without this the browser would leave the app and show the file.
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text as="p">{t('lists.file.drop')}</Text>
      <label className="file-button" htmlFor={id}>
        {t('lists.file.choose')}
        <input
          id={id}
          type="file"
          accept=".csv,.txt,text/csv"
          className="file-input"
          disabled={isDisabled}
          aria-describedby={`${id}-help`}
          onChange={({ currentTarget }) => {
            take(currentTarget.files);
            // The same file, mended and chosen again, is a change too.
            currentTarget.value = '';
          }}
        />
      </label>
      <div id={`${id}-help`}>
        <Text as="p" variant="bodySm" tone="subdued">
          {help}
        </Text>
      </div>
    </div>
  );
}
