import { Checkbox, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../../contract/settings.ts';
import { useAutomation } from '../../../queries/use-automation.ts';
import { NumberField } from '../NumberField.tsx';
import { Section } from '../Section.tsx';
import type { SettingsDraft } from '../use-settings-draft.ts';
import { Breaker } from './Breaker.tsx';
import { WouldHave } from './WouldHave.tsx';

type Automation = Settings['automation'];

/** 自動化: what the app may do without a click, each with what it would have done. */
export function AutomationSection({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { draft, change, errorAt, isReadOnly } = form;
  const { automation, automaticUndoMinutes: minutes } = draft;
  const found = useAutomation().data;
  const set = (part: Partial<Automation>) =>
    change((now) => ({ automation: { ...now.automation, ...part } }));
  const setBreaker = (part: Partial<Automation['breaker']>) =>
    change((now) => ({
      automation: { ...now.automation, breaker: { ...now.automation.breaker, ...part } },
    }));
  return (
    <Section name="automation">
      {draft.mode === 'observe' && <Text as="p">{t('settings.automation.observe')}</Text>}
      <Checkbox
        label={t('settings.automation.cancel')}
        helpText={t('settings.automation.cancelHelp', { minutes })}
        checked={automation.cancelUnanswered}
        disabled={isReadOnly}
        onChange={(cancelUnanswered) => set({ cancelUnanswered })}
      />
      <div className="under-choice">
        <WouldHave name="cancel" found={found?.cancelUnanswered} />
      </div>
      <Checkbox
        label={t('settings.automation.look')}
        helpText={t('settings.automation.lookHelp')}
        checked={automation.confirmNoAnswer}
        disabled={isReadOnly || !automation.cancelUnanswered}
        onChange={(confirmNoAnswer) => set({ confirmNoAnswer })}
      />
      <Checkbox
        label={t('settings.automation.capture')}
        helpText={t('settings.automation.captureHelp', { minutes })}
        checked={automation.captureNormal}
        disabled={isReadOnly}
        onChange={(captureNormal) => set({ captureNormal })}
      />
      <div className="under-choice">
        <WouldHave name="capture" found={found?.captureNormal} />
      </div>
      {(['perHour', 'percent'] as const).map((limit) => (
        <NumberField
          key={limit}
          label={t(`settings.automation.${limit}`)}
          help={t(`settings.automation.${limit}Help`)}
          unit={t(`settings.automation.${limit}Unit`)}
          value={automation.breaker[limit]}
          min={1}
          max={limit === 'perHour' ? 1000 : 100}
          error={errorAt(`automation.breaker.${limit}`)}
          isDisabled={isReadOnly}
          onChange={(value) => setBreaker({ [limit]: value })}
        />
      ))}
      {found !== undefined && <Breaker breaker={found.breaker} isReadOnly={isReadOnly} />}
    </Section>
  );
}
