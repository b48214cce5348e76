import {
  type Notice,
  type NoticeKind,
  type NoticeSentence,
  noticeSentences,
  sentenceIds,
} from '../../contract/notices.ts';

type Sentence = Pick<Notice, 'ja' | 'en'>;

/** Sentences of this notice that one of its two texts does not have yet. */
export function missingSentences(kind: NoticeKind, notice: Notice): NoticeSentence[] {
  return sentenceIds.filter((id) => {
    const { notice: home, ja, en } = noticeSentences[id];
    return home === kind && !(notice.ja.includes(ja) && notice.en.includes(en));
  });
}

/** Both texts with the sentence at their end; a text that has it stays as it is. */
export function withSentence(notice: Notice, { ja, en }: Sentence): Sentence {
  return {
    ja: notice.ja.includes(ja) ? notice.ja : notice.ja + ja,
    en: notice.en.includes(en) ? notice.en : [notice.en.trimEnd(), en].filter(Boolean).join(' '),
  };
}
