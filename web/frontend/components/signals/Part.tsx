import { Card, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

interface Props {
  /** Where links on the page lead to. */
  id: string;
  title: string;
  about: string;
  children: ReactNode;
}

/** One part of the page: a card with its title and what it is for. */
export function Part({ id, title, about, children }: Props) {
  return (
    <section id={id} className="signals-part" aria-labelledby={`${id}-title`} tabIndex={-1}>
      <Card padding="0">
        <div className="card-head">
          <h2 id={`${id}-title`} className="section-title">
            {title}
          </h2>
          <Text as="p" tone="subdued">
            {about}
          </Text>
        </div>
        {children}
      </Card>
    </section>
  );
}
