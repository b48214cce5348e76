import { Card, SkeletonBodyText, SkeletonPage } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** The shape of a page before its facts are there. */
export function LoadingPage({ title }: { title?: string }) {
  const { t } = useTranslation();
  return (
    <div aria-busy="true">
      <p className="visually-hidden" role="status">
        {t('common.loading')}
      </p>
      <SkeletonPage {...(title === undefined ? {} : { title })}>
        <Card>
          <SkeletonBodyText lines={4} />
        </Card>
        <br />
        <Card>
          <SkeletonBodyText lines={8} />
        </Card>
      </SkeletonPage>
    </div>
  );
}
