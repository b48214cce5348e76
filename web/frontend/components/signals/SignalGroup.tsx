import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignalInfo } from '../../../contract/signals.ts';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { Disclosure } from './Disclosure.tsx';
import { SignalHead } from './SignalHead.tsx';
import { SignalPanel } from './SignalPanel.tsx';
import { isChanged, type SignalState, stateOf, withSignal } from './signal-edits.ts';
import { useSignalWords } from './use-signal-words.ts';
import type { SignalsView } from './use-signals-view.ts';

interface Props {
  group: string;
  signals: readonly SignalInfo[];
  window: number;
  form: SettingsDraft;
  view: SignalsView;
  /** While something is searched for, every group that has it stands open. */
  isSearched: boolean;
}

/** The signals of one kind. */
export function SignalGroup({ group, signals, window, form, view, isSearched }: Props) {
  const { t } = useTranslation();
  const words = useSignalWords();
  const { judgement } = form.draft;
  const { change } = form;
  const edit = useCallback(
    (info: SignalInfo, part: Partial<SignalState>) =>
      change((now) => ({ judgement: withSignal(now.judgement, info, part) })),
    [change],
  );
  const key = `group:${group}`;
  const isRefused = (id: string) =>
    form.errorAt(`judgement.signals.${id}`) !== undefined ||
    form.errorAt(`judgement.parameters.${id}`) !== undefined;
  const hasRefused = signals.some(({ id }) => isRefused(id));
  const changed = signals.filter((info) => isChanged(info, judgement)).length;
  const off = signals.filter((info) => !stateOf(info, judgement).on).length;
  const counts = [
    t('signals.groupCount', { n: signals.length }),
    ...(changed > 0 ? [t('signals.groupChanged', { n: changed })] : []),
    ...(off > 0 ? [t('signals.groupOff', { n: off })] : []),
  ];
  return (
    <Disclosure
      title={words.group(group)}
      detail={counts.join(t('common.dot'))}
      isOpen={isSearched || hasRefused || view.isOpen(key)}
      onToggle={(isOpen) => view.setOpen(key, isOpen)}
    >
      <ul className="order-list">
        {signals.map((info) => {
          const isOpen = isRefused(info.id) || view.isOpen(info.id);
          return (
            <li key={info.id} className="signal-row">
              <SignalHead
                info={info}
                window={window}
                {...stateOf(info, judgement)}
                isChanged={isChanged(info, judgement)}
                isOpen={isOpen}
                isReadOnly={form.isReadOnly}
                onEdit={edit}
                onToggle={view.setOpen}
              />
              {isOpen && (
                <SignalPanel
                  info={info}
                  form={form}
                  onShowWords={(list) => view.setOpen(`words:${list}`, true)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
