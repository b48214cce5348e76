import { useEffect, useRef, useState } from 'react';

/** Milliseconds of stillness after which a search is sent: fewer calls than keystrokes. */
const pause = 350;

/** What is being typed, and the search that follows once the typing rests. */
export function useSearchText(
  searched: string,
  onSearch: (text: string) => void,
): { text: string; change: (text: string) => void } {
  const [text, setText] = useState(searched);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The newest closure: an older one would search with filters that were changed meanwhile.
  const search = useRef(onSearch);
  search.current = onSearch;
  useEffect(() => setText(searched), [searched]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search.current(typed), pause);
  };
  return { text, change };
}
