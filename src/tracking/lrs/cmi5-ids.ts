/** IRIs of cmi5 (June 2016). */
import { SESSION_ID } from './connection.ts';

const CMI5 = 'https://w3id.org/xapi/cmi5/context/';

export const CMI5_IDS = {
  category: `${CMI5}categories/cmi5`,
  moveOn: `${CMI5}categories/moveon`,
  sessionId: SESSION_ID,
  masteryScore: `${CMI5}extensions/masteryscore`,
  progress: 'https://w3id.org/xapi/cmi5/result/extensions/progress',
} as const;
