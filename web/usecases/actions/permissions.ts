import type { Settings } from '../../contract/settings.ts';
import type { StaffIdentity } from '../ports/token-port.ts';

/**
 * Whether this person may do it: Shopify's own permission first, then what the merchant narrowed.
 * Where Shopify did not say who it is, the merchant's setting alone decides.
 */
export function mayDo(
  what: 'cancel' | 'settings',
  staff: StaffIdentity,
  { permissions }: Settings,
): boolean {
  if (what === 'cancel' && staff.scopes !== null && !staff.scopes.includes('write_orders')) {
    return false;
  }
  switch (permissions[what]) {
    case 'anyone':
      return true;
    case 'owner':
      return staff.isOwner;
    case 'listed':
      return staff.isOwner || permissions.listed.includes(staff.userId);
  }
}
