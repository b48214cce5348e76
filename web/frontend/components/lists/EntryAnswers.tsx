import { Banner } from '@shopify/polaris';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListEntryDto } from '../../../contract/lists.ts';
import { ApiError } from '../../api-error.ts';
import { problemKey } from '../../wording/problem-key.ts';
import { entryErrorKey } from './entry-errors.ts';
import { whoOf } from './who.ts';

/** Beside the buttons, because the refused field may be out of sight. */
export function Refused({ error, isNew }: { error: Error; isNew: boolean }) {
  const { t } = useTranslation();
  const isInvalid = error instanceof ApiError && error.code === 'invalid';
  const whole = error instanceof ApiError && error.fields.identity !== undefined;
  const key = whole ? (entryErrorKey(error, 'identity') ?? 'errors.invalid') : problemKey(error);
  return (
    <IntoView of={error}>
      <Banner tone="critical" title={t(isNew ? 'lists.form.failed' : 'lists.form.failedEdit')}>
        <p>{t(isInvalid && !whole ? 'lists.form.invalid' : key)}</p>
      </Banner>
    </IntoView>
  );
}

interface DuplicateProps {
  entry: ListEntryDto;
  onShow: (entry: ListEntryDto) => void;
}

/** 「同じ登録がすでにあります」 */
export function Duplicate({ entry, onShow }: DuplicateProps) {
  const { t } = useTranslation();
  return (
    <IntoView of={entry}>
      <Banner
        tone="info"
        title={t('lists.form.duplicateTitle')}
        action={{ content: t('lists.form.duplicateLink'), onAction: () => onShow(entry) }}
      >
        <p>{t('lists.form.duplicateBody', { kind: t(`listKind.${entry.kind}`) })}</p>
        <p>{whoOf(entry.identity)}</p>
      </Banner>
    </IntoView>
  );
}

/** What answers a click at the end of a long form must not appear out of sight. */
function IntoView({ of, children }: { of: unknown; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (of !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [of]);
  return (
    <div ref={place} className="dialog-problem">
      {children}
    </div>
  );
}
