import { useTranslation } from 'react-i18next';
import { troubleKey } from './trouble-key.ts';

/** Why work was not done, in a sentence where there is one. */
export function useTroubleText(): (error: string) => string {
  const { t } = useTranslation();
  return (error) => {
    const key = troubleKey(error);
    return key === null ? error : t(key);
  };
}
