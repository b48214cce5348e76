import { Button } from '@shopify/polaris';
import { XIcon } from '@shopify/polaris-icons';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './dialog.css';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * The browser's own dialog: it keeps the focus inside, Escape closes it, and the focus goes back to
 * where it was. It opens with its first field, which is what the reader came for.
 */
export function Dialog({ title, onClose, children }: Props) {
  const { t } = useTranslation();
  const titleId = useId();
  const place = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const dialog = place.current;
    // Drawn twice in development: an open dialog refuses to be opened again.
    if (dialog !== null && !dialog.open) dialog.showModal();
    heading.current?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={place}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId} ref={heading} tabIndex={-1} className="dialog-title">
          {title}
        </h2>
        <Button
          icon={XIcon}
          variant="tertiary"
          accessibilityLabel={t('common.close')}
          onClick={onClose}
        />
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
