import { BlockStack, Button, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionKind } from '../../contract/level.ts';
import { ActionProblem } from './ActionProblem.tsx';
import type { OrderButtons } from './use-order-buttons.ts';

interface Props {
  kind: ActionKind;
  buttons: OrderButtons;
  /** What the click will do, in full sentences. */
  sentence: string;
  isDisabled: boolean;
  isCritical?: boolean;
  onClick: () => void;
  /** Choices that change what the click does. */
  children?: ReactNode;
}

/** One button, its consequence beside it, and its refusal below it. */
export function ActionLine({
  kind,
  buttons,
  sentence,
  isDisabled,
  isCritical = false,
  onClick,
  children,
}: Props) {
  const { t } = useTranslation();
  const describedBy = `consequence-${kind}`;
  return (
    <div className="action">
      <BlockStack gap="150">
        <Button
          fullWidth
          {...(isCritical && { tone: 'critical' as const })}
          disabled={isDisabled}
          loading={buttons.running === kind}
          ariaDescribedBy={describedBy}
          onClick={onClick}
        >
          {t(`actions.${kind}`)}
        </Button>
        <div id={describedBy}>
          <Text as="p" variant="bodySm">
            {sentence}
          </Text>
        </div>
        {children}
        {buttons.problem?.at === kind && <ActionProblem error={buttons.problem.error} />}
      </BlockStack>
    </div>
  );
}
