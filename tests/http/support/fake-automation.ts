import type { AutomationUseCases } from '../../../web/usecases/automation/automation-use-cases.ts';

const nothing = {
  cancelUnanswered: { count: 0, orders: [] },
  captureNormal: { count: 0, orders: [], looked: 0 },
  breaker: { tripped: null, lastHour: { cancelled: 0, orders: 0 } },
};

/** A shop that lets nothing happen by itself, and has no orders. */
export const fakeAutomation: AutomationUseCases = {
  overview: async () => nothing,
  resume: async () => ({ ok: true, value: nothing }),
  confirmNoAnswer: async () => ({ ok: false, code: 'not_found' }),
};
