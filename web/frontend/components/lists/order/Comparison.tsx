import { useTranslation } from 'react-i18next';
import type { ListComparison, ListPiece } from '../../../../contract/lists.ts';

/** Each field of the order beside the same field of the entry, with what agrees and what differs. */
export function Comparison({ comparisons }: { comparisons: readonly ListComparison[] }) {
  const { t } = useTranslation();
  return (
    <dl className="comparison">
      {comparisons.map((field) => (
        <div key={field.field} className="comparison-field">
          <dt>
            {t(`lists.match.field.${field.field}`)}
            <span className={`grade grade-${field.grade}`}>
              {t(`lists.match.grade.${field.grade}`)}
            </span>
          </dt>
          <dd>
            <Side name={t('lists.match.thisOrder')} pieces={field.order} />
            <Side name={t('lists.match.entry')} pieces={field.entry} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Side({ name, pieces }: { name: string; pieces: readonly ListPiece[] }) {
  const { t } = useTranslation();
  const isEmpty = pieces.every(({ text }) => text.trim() === '');
  return (
    <p className="comparison-side">
      <span className="comparison-name">{name}</span>
      <span>
        {isEmpty
          ? t('lists.match.unknownValue')
          : pieces.map((piece, index) => <Piece key={index} piece={piece} />)}
      </span>
    </p>
  );
}

/** What agrees is bold, what differs has a broken line below it: either can be seen without colour. */
function Piece({ piece }: { piece: ListPiece }) {
  if (piece.text.trim() === '') return piece.text;
  return piece.agrees ? (
    <b className="piece-same">{piece.text}</b>
  ) : (
    <span className="piece-other">{piece.text}</span>
  );
}
