import { BlockStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

/** A button with what it does below it. */
export function OutcomeLine({ help, children }: { help: string; children: ReactNode }) {
  return (
    <div className="action">
      <BlockStack gap="150">
        {children}
        <Text as="p" variant="bodySm">
          {help}
        </Text>
      </BlockStack>
    </div>
  );
}
