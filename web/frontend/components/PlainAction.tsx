import { useTranslation } from 'react-i18next';
import { ActionLine } from './ActionLine.tsx';
import type { ActionProps } from './ActionsCard.tsx';

/** A button without choices. */
export function PlainAction({
  buttons,
  isBusy,
  kind,
}: ActionProps & { kind: 'release' | 'reassess' }) {
  const { t } = useTranslation();
  return (
    <ActionLine
      kind={kind}
      buttons={buttons}
      sentence={t(`actionDetail.${kind}`)}
      isDisabled={isBusy}
      onClick={() => buttons.run(kind, {})}
    />
  );
}
