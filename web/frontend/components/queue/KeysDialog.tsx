import { BlockStack, Checkbox, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../lists/Dialog.tsx';
import { listedKeys } from './queue-keys.ts';

interface Props {
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  onClose: () => void;
}

/** Every key with what it does, and the switch for whom single letters are in the way. */
export function KeysDialog({ isOn, onSwitch, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('queue.keys.title')} onClose={onClose}>
      <BlockStack gap="400">
        <dl className="keys">
          {listedKeys.map(([name, keys]) => (
            <div key={name} className="key-line">
              <dt>
                {keys.map((key) => (
                  <kbd key={key} translate="no" lang="en">
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{t(`queue.keys.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <Text as="p" tone="subdued">
          {t('queue.keys.chosenFirst')}
        </Text>
        <Checkbox
          label={t('queue.keys.switch')}
          helpText={t('queue.keys.switchHelp')}
          checked={isOn}
          onChange={onSwitch}
        />
      </BlockStack>
    </Dialog>
  );
}
