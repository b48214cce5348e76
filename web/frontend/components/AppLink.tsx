import type { AppProviderProps } from '@shopify/polaris';
import type { ComponentProps } from 'react';
import { Link } from 'react-router-dom';

type Props = ComponentProps<NonNullable<AppProviderProps['linkComponent']>>;

/**
 * Every link that Polaris draws. A plain link inside the app would reload the frame and lose
 * Shopify's session; one to Shopify admin must leave the frame.
 */
export function AppLink({ url, external, children, target, disabled: _, ...rest }: Props) {
  if (url.startsWith('/')) {
    return (
      <Link to={url} {...rest}>
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
