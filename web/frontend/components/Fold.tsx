import type { ReactNode } from 'react';

interface Props {
  summary: string;
  /** From the start. */
  isOpen?: boolean;
  children: ReactNode;
}

/** Something that is there for whoever asks, and out of the way for everybody else. */
export function Fold({ summary, isOpen = false, children }: Props) {
  return (
    <details className="fold" open={isOpen}>
      <summary>{summary}</summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}
