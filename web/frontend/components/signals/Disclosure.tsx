import { Icon } from '@shopify/polaris';
import { ChevronDownIcon, ChevronUpIcon } from '@shopify/polaris-icons';
import { type ReactNode, useId } from 'react';

interface Props {
  /** Where links on the page lead to. */
  id?: string;
  title: string;
  /** Beside the title, also while folded. */
  detail: string;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  children: ReactNode;
}

/** A part of a card that folds; what is inside costs nothing until it is asked for. */
export function Disclosure({ id, title, detail, isOpen, onToggle, children }: Props) {
  const body = useId();
  return (
    <div id={id} className="disclosure">
      <h3 className="disclosure-head">
        <button
          type="button"
          className="disclosure-button"
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => onToggle(!isOpen)}
        >
          <span className="disclosure-title">{title}</span>
          <span className="disclosure-detail">{detail}</span>
          <span className="inline-icon">
            <Icon source={isOpen ? ChevronUpIcon : ChevronDownIcon} tone="subdued" />
          </span>
        </button>
      </h3>
      <div id={body} className="disclosure-body" hidden={!isOpen}>
        {isOpen && children}
      </div>
    </div>
  );
}
