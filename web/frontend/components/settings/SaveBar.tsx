import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { confirmLeaving, hideSaveBar, showSaveBar } from '../../app-bridge.ts';
import type { SettingsDraft } from './use-settings-draft.ts';

const id = 'settings-save-bar';

/** Shopify's own bar for unsaved changes; it also asks before they are lost. */
export function SaveBar({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  useEffect(() => {
    if (!form.isDirty) return;
    showSaveBar(id);
    return () => hideSaveBar(id);
  }, [form.isDirty]);
  useLeaveGuard(form.isDirty);
  return (
    <ui-save-bar id={id}>
      <button
        variant="primary"
        type="button"
        {...(form.isSaving && { loading: '' })}
        onClick={form.save}
      >
        {t('settings.save')}
      </button>
      <button type="button" onClick={form.discard}>
        {t('settings.discard')}
      </button>
    </ui-save-bar>
  );
}

/** A link inside the app waits until Shopify's bar has asked. */
function useLeaveGuard(isDirty: boolean) {
  const navigate = useNavigate();
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const href = link?.getAttribute('href');
      if (!href?.startsWith('/')) return;
      event.preventDefault();
      event.stopPropagation();
      confirmLeaving().then(
        () => navigate(href),
        () => undefined,
      );
    };
    // In the capture phase: the router's own handler must not have run by then.
    document.addEventListener('click', ask, true);
    return () => document.removeEventListener('click', ask, true);
  }, [isDirty, navigate]);
}
