import type { AppProviderProps } from '@shopify/polaris';
import type { ComponentProps, MouseEvent } from 'react';
import { Link } from 'react-router-dom';

type Props = ComponentProps<NonNullable<AppProviderProps['linkComponent']>>;

/**
 * Every link that Polaris draws. A plain link inside the app would reload the frame and lose
 * Shopify's session; one to Shopify admin must leave the frame.
 */
export function AppLink({ url, external, children, target, disabled: _, ...rest }: Props) {
  if (url.startsWith('/')) {
    return (
      <Link to={url} {...rest} {...(isRowLink(rest) && { onClick: keepFromRow })}>
        {children}
      </Link>
    );
  }
  const place = target ?? (external ? '_blank' : '_top');
  return (
    <a href={url} target={place} rel="noopener noreferrer" {...rest}>
      {children}
    </a>
  );
}

const isRowLink = (props: Record<string, unknown>): boolean => Boolean(props['data-primary-link']);

/** A table's row clicks its link for us; told of the link's own click too, it would open it twice. */
const keepFromRow = (event: MouseEvent) => event.stopPropagation();
