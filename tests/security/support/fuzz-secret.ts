/** What the app of the tests is signed with. */
export { apiKey, domain } from '../../support/app-on-stand-in.ts';
export const fuzzSecret = 'sekisho-test-secret';
