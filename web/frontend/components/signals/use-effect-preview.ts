import type { PreviewAnswer, SignalInfo } from '../../../contract/signals.ts';
import { ApiError } from '../../api-error.ts';
import { usePreview } from '../../queries/use-preview.ts';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { isComplete } from './signal-edits.ts';
import { useSettled } from './use-settled.ts';

/** Where the effect of what is not saved yet stands. */
export type Effect =
  | { kind: 'idle' }
  /** A field holds no value that could be saved. */
  | { kind: 'invalid' }
  /** `last`: what was shown for the draft before. */
  | { kind: 'working'; last: PreviewAnswer | null }
  | { kind: 'failed'; error: Error; again: () => void }
  | { kind: 'ready'; answer: PreviewAnswer };

/** Long enough for somebody who types a number, short enough to be a consequence of it. */
const pauseMs = 700;

/** Has the newest orders judged anew whenever the typing rests. */
export function useEffectPreview(form: SettingsDraft, signals: readonly SignalInfo[]): Effect {
  const isAsked = form.isDirty && !form.isReadOnly;
  const isPossible = isComplete(signals, form.draft.judgement);
  const settled = useSettled(form.draft, pauseMs);
  const isTyping = settled !== form.draft;
  const preview = usePreview(isAsked && isPossible && !isTyping ? settled : null);
  if (!isAsked) return { kind: 'idle' };
  if (!isPossible || isInvalid(preview.error)) return { kind: 'invalid' };
  if (isTyping || preview.isFetching) return { kind: 'working', last: preview.data ?? null };
  if (preview.error !== null) {
    return { kind: 'failed', error: preview.error, again: () => void preview.refetch() };
  }
  const { data } = preview;
  return data === undefined ? { kind: 'working', last: null } : { kind: 'ready', answer: data };
}

const isInvalid = (error: Error | null): boolean =>
  error instanceof ApiError && error.code === 'invalid';
