import type { ReactNode } from 'react';

/** Something that is there for whoever asks, and out of the way for everybody else. */
export function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="fold">
      <summary>{summary}</summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}
