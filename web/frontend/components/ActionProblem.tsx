import { Icon } from '@shopify/polaris';
import { AlertCircleIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api-error.ts';
import { problemKey } from '../wording/problem-key.ts';

/** Why a click was refused, where the click was made. */
export function ActionProblem({ error }: { error: Error }) {
  const { t } = useTranslation();
  const sentence = t(problemKey(error));
  const words = isShopifys(error) && error.message !== sentence ? error.message : null;
  return (
    <div className="action-problem" role="alert">
      <span className="inline-icon">
        <Icon source={AlertCircleIcon} tone="critical" />
      </span>
      <div>
        <p>{sentence}</p>
        {words !== null && <p>{t('problem.shopifySays', { message: words })}</p>}
      </div>
    </div>
  );
}

const isShopifys = (error: Error): boolean =>
  error instanceof ApiError && error.code === 'refused_by_shopify';
