import { Button, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDto } from '../../../contract/queue.ts';
import type { MeAnswer } from '../../../contract/today.ts';
import { useStaff } from '../../queries/use-staff.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { useAssigning } from './use-assigning.ts';

interface Props {
  found: CaseDto;
  name: string;
  me: MeAnswer;
}

/** Who looks after the case; one click takes it, another gives it to somebody else. */
export function CaseWho({ found, name, me }: Props) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const assigning = useAssigning();
  const staff = useStaff(isAsked);
  const isMine = found.assignee?.id === me.userId;
  return (
    <div>
      <InlineStack gap="200" align="space-between" blockAlign="center">
        <Text as="p">
          {t('common.of', {
            label: t('queue.assign.now'),
            value: found.assignee?.name ?? t('queue.nobody'),
          })}
        </Text>
        <InlineStack gap="200">
          {!isMine && (
            <Button
              size="slim"
              disabled={assigning.isBusy}
              onClick={() => assigning.assign(found, name, { id: me.userId, name: me.name })}
            >
              {t('queue.assign.take')}
            </Button>
          )}
          <Button size="slim" disabled={assigning.isBusy} onClick={() => setAsked(true)}>
            {t('queue.assign.change')}
          </Button>
        </InlineStack>
      </InlineStack>
      {isAsked && (
        <AssignDialog
          title={t('queue.assign.one')}
          staff={staff.data ?? null}
          me={me.userId}
          now={found.assignee?.id ?? null}
          onChoose={(to) => {
            assigning.assign(found, name, to);
            setAsked(false);
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}
