import type { Settings } from '../../contract/settings.ts';
import { addBusinessDays, addDays } from '../../japan/business-days.ts';
import { instantOf, localDay } from '../shop-time.ts';
import type { ReplyDays } from './contact-flow.ts';

/** Minutes after midnight at which a step falls due: no mail leaves at night, and staff are there. */
const morning = 10 * 60;

/** A buyer is given whole business days, counted from the day after the mail. */
export const replyDaysOf = (deadlines: Settings['deadlines'], timeZone: string): ReplyDays => ({
  replyBy: (at, days) => addBusinessDays(localDay(at, timeZone), Math.max(1, days), deadlines),
  stepAt: (day) => instantOf(addBusinessDays(addDays(day, 1), 0, deadlines), morning, timeZone),
});
