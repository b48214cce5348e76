import type { ApiCall } from './api-calls.ts';

const onRequest = (verb: string, rest: Omit<ApiCall, 'path'> = {}): ApiCall => ({
  path: ({ request }) => `/api/privacy/requests/${request}${verb}`,
  needs: 'settings',
  ...rest,
});

/** The routes of personal data, as `apiCalls` has the others. */
export const privacyCalls: Readonly<Record<string, ApiCall>> = {
  'GET /api/privacy': { path: () => '/api/privacy' },
  'GET /api/privacy/retention': { path: () => '/api/privacy/retention?months=1' },
  'GET /api/privacy/access': {
    path: ({ order }) => `/api/privacy/access?order=${order}&limit=10`,
    foreign: 200,
    needs: 'settings',
  },
  'GET /api/privacy/access/export': {
    path: ({ order }) => `/api/privacy/access/export?order=${order}`,
    foreign: 200,
    needs: 'settings',
  },
  'GET /api/privacy/requests/:id/file': onRequest('/file'),
  'POST /api/privacy/requests/:id/done': onRequest('/done', { body: () => ({ done: true }) }),
};
