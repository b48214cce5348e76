import { BlockStack, SkeletonBodyText } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useListProposal } from '../../../queries/use-list-proposal.ts';
import { ActionProblem } from '../../ActionProblem.tsx';
import { ProposalForm } from './ProposalForm.tsx';

interface Props {
  orderId: string;
  cancel: string;
  onClose: () => void;
}

/** Asks for the proposal, then offers it. */
export function ProposalStep({ orderId, cancel, onClose }: Props) {
  const { t } = useTranslation();
  const proposal = useListProposal(orderId, true);
  // An older answer may be of before the outcome was recorded.
  if (proposal.data !== undefined && !proposal.isFetching) {
    return (
      <ProposalForm orderId={orderId} proposal={proposal.data} cancel={cancel} onClose={onClose} />
    );
  }
  if (proposal.error !== null && !proposal.isFetching) {
    return <ActionProblem error={proposal.error} />;
  }
  return (
    <BlockStack gap="200">
      <p className="visually-hidden" role="status">
        {t('common.loading')}
      </p>
      <SkeletonBodyText lines={6} />
    </BlockStack>
  );
}
