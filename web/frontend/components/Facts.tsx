import type { ReactNode } from 'react';

interface Props {
  rows: readonly (readonly [name: string, value: ReactNode])[];
  /** In a wide card the values stand close to their names. */
  isWide?: boolean;
}

/** Names and values in two columns, one row for each that has a value. */
export function Facts({ rows, isWide = false }: Props) {
  return (
    <dl className={isWide ? 'facts facts-wide' : 'facts'}>
      {rows
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
