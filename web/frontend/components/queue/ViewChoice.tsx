import { useTranslation } from 'react-i18next';

interface Props {
  name: string;
  count: number | null;
  isChosen: boolean;
  onChoose: () => void;
}

/** One tab, with how many cases stand behind it. */
export function ViewChoice({ name, count, isChosen, onChoose }: Props) {
  const { i18n } = useTranslation();
  return (
    <button
      type="button"
      className="view-choice"
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
    >
      {name}
      {count !== null && (
        <span className="view-count">{new Intl.NumberFormat(i18n.language).format(count)}</span>
      )}
    </button>
  );
}
