/** A second learner, beside the one whom `src/lms` launches where nobody is named. */
import type { Actor } from '../../src/lms/xapi-types.ts';

export const BEN: Actor = {
  objectType: 'Agent',
  name: 'Ben Okri',
  account: { homePage: 'https://lms.example', name: 'ben-2' },
};
