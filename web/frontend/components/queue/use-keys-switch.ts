import { useState } from 'react';
import { recall, remember } from './remembered.ts';

/** Whether single letters do something on the page, as this browser was told, and the list of them. */
export function useKeysSwitch() {
  const [isOn, setOn] = useState(() => recall('keys') !== 'off');
  const [isShown, setShown] = useState(false);
  return {
    isOn,
    isShown,
    setOn: (next: boolean) => {
      remember('keys', next ? null : 'off');
      setOn(next);
    },
    open: () => setShown(true),
    close: () => setShown(false),
  };
}
