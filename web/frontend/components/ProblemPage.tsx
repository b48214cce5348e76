import { Page } from '@shopify/polaris';
import { ProblemBanner } from './ProblemBanner.tsx';

/** A page whose facts could not be fetched. */
export function ProblemPage({
  title,
  error,
  onRetry,
}: {
  title: string;
  error: Error;
  onRetry: () => void;
}) {
  return (
    <Page title={title}>
      <ProblemBanner error={error} onRetry={onRetry} />
    </Page>
  );
}
