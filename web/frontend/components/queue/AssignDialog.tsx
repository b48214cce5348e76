import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { StaffDto } from '../../../contract/queue.ts';
import { Dialog } from '../lists/Dialog.tsx';

interface Props {
  title: string;
  /** null: not known yet. */
  staff: readonly StaffDto[] | null;
  /** The reader's own id. */
  me: string;
  /** Who has it now; undefined: several cases with different people. */
  now?: string | null;
  onChoose: (to: StaffDto | null) => void;
  onClose: () => void;
}

/** Who looks after it: one button a person, the reader first. */
export function AssignDialog({ title, staff, me, now, onChoose, onClose }: Props) {
  const { t } = useTranslation();
  const others = staff?.filter(({ id }) => id !== me) ?? [];
  const own = staff?.find(({ id }) => id === me);
  return (
    <Dialog title={title} onClose={onClose}>
      <BlockStack gap="200">
        {own !== undefined && (
          <Button fullWidth disabled={now === me} onClick={() => onChoose(own)}>
            {t('queue.assign.me', { name: own.name })}
          </Button>
        )}
        {others.map((person) => (
          <Button
            key={person.id}
            fullWidth
            disabled={now === person.id}
            onClick={() => onChoose(person)}
          >
            {person.name}
          </Button>
        ))}
        <Button fullWidth disabled={now === null} onClick={() => onChoose(null)}>
          {t('queue.nobody')}
        </Button>
        <Text as="p" variant="bodySm" tone="subdued">
          {staff === null ? t('common.loading') : t('queue.assign.help')}
        </Text>
      </BlockStack>
    </Dialog>
  );
}
