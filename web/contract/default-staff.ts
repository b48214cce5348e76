import type { Settings } from './settings.ts';

const none = { set: false } as const;

/** Nothing is sent, cancelled or captured by itself until the shop says so. */
export const defaultStaff: Pick<
  Settings,
  'deadlines' | 'contact' | 'mail' | 'alerts' | 'automation'
> = {
  deadlines: {
    authorizationDays: 7,
    authorizationWarnDay: 5,
    shipDays: null,
    restDays: [0, 6],
    holidaysOff: true,
    daysOff: [],
  },
  contact: {
    signature: { shop: '', company: '', address: '', phone: '', url: '', hours: '', closed: '' },
    language: 'buyer',
    templates: {},
    reminderAfterDays: 2,
    lastNoticeAfterDays: 2,
    decideAfterDays: 1,
    sendByItself: [],
    answerLink: true,
    releaseOnAnswer: false,
    mailAfterFraud: false,
  },
  mail: {
    host: '',
    port: 587,
    security: 'starttls',
    user: '',
    password: none,
    from: '',
    fromName: '',
    replyTo: '',
    bounce: '',
  },
  alerts: {
    mail: { on: false, to: [] },
    slack: { on: false, url: none },
    webhook: { on: false, url: none, key: none },
    kinds: ['high-case', 'deadline-near', 'shipped-anyway', 'breaker', 'cannot-hold'],
    quiet: { from: '00:00', to: '00:00' },
    digestAt: null,
  },
  automation: {
    cancelUnanswered: false,
    confirmNoAnswer: true,
    captureNormal: false,
    breaker: { perHour: 5, percent: 20 },
  },
};
