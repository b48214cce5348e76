import { Button } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutcomeBody } from '../../../../contract/lists.ts';
import { Fold } from '../../Fold.tsx';
import { OutcomeLine } from './OutcomeLine.tsx';

interface Props {
  isBusy: boolean;
  onRecord: (outcome: NonNullable<OutcomeBody['outcome']>) => void;
  children: ReactNode;
}

/** Ends that are told less often. */
export function OtherEnds({ isBusy, onRecord, children }: Props) {
  const { t } = useTranslation();
  return (
    <Fold summary={t('lists.order.otherEnd')}>
      {children}
      {(['delivered', 'fraud'] as const).map((kind) => (
        <OutcomeLine key={kind} help={t(`lists.order.${kind}Help`)}>
          <Button fullWidth disabled={isBusy} onClick={() => onRecord({ kind })}>
            {t(`lists.order.${kind}`)}
          </Button>
        </OutcomeLine>
      ))}
    </Fold>
  );
}
