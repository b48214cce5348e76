import type { PrivacyUseCases } from '../../../web/usecases/privacy/privacy-use-cases.ts';

const page: Awaited<ReturnType<PrivacyUseCases['page']>> = {
  requests: [],
  retention: {
    ...{ months: 13, before: '2025-10-22T00:00:00.000Z', orders: 0, held: 0 },
    ...{ lastSweepAt: null, nextSweepAt: null },
  },
  kept: { accessMonths: 13, failedWebhookDays: 7, auditMonths: 60 },
};

async function* nothing(): AsyncGenerator<string> {}

/** A shop of which nobody has asked anything. */
export const fakePrivacy: PrivacyUseCases = {
  page: async () => page,
  retention: async (_caller, months) => ({ ...page.retention, months }),
  markRequest: async () => ({ ok: false, code: 'not_found' }),
  exportRequest: async () => ({ ok: false, code: 'not_found' }),
  access: async () => ({ ok: true, value: { rows: [], nextCursor: null, people: [] } }),
  exportAccess: async () => ({ ok: true, value: nothing() }),
  afterRestore: async () => undefined,
  settled: async () => undefined,
};
