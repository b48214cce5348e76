import { forwarderAddresses, forwarderNames } from '../japan/data/forwarders.ts';
import { freeDomains } from '../japan/data/mail-domains.ts';
import type { WordKind } from './own-words.ts';
import { hotelWords, shortStayWords } from './place-words.ts';
import { resaleKeywords } from './resale-goods.ts';
import { urgentExamples } from './urgency.ts';

/** Rows that the app brings for each kind of words, to be shown beside the shop's own. */
export const builtInWords: Readonly<Record<WordKind, readonly string[]>> = {
  forwarders: [...forwarderNames, ...forwarderAddresses].map(({ name }) => name),
  shortStay: shortStayWords,
  hotels: hotelWords,
  resaleGoods: resaleKeywords,
  urgent: urgentExamples,
  freeMail: [...freeDomains],
};
