import { Select } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Reaction } from '../../../contract/settings.ts';

interface Props {
  label: string;
  help?: string;
  value: Reaction;
  error: string | undefined;
  isDisabled: boolean;
  onChange: (value: Reaction) => void;
}

const reactions: readonly Reaction[] = ['nothing', 'tag', 'hold'];

/** Nothing, tag, or hold. */
export function ReactionField({ label, help, value, error, isDisabled, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      helpText={help}
      options={reactions.map((reaction) => ({
        value: reaction,
        label: t(`settings.reaction.${reaction}`),
      }))}
      value={value}
      disabled={isDisabled}
      {...(error !== undefined && { error })}
      onChange={(chosen) => {
        const reaction = reactions.find((known) => known === chosen);
        if (reaction !== undefined) onChange(reaction);
      }}
    />
  );
}
