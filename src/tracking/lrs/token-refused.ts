/** Why a cmi5 LMS gave no token: fetched where it gave none. */
import type { Problem } from '../record.ts';

/** @param answer Undefined: it was no JSON, or there was none (status 0). */
export function tokenRefused(status: number, answer: unknown): Problem {
  if (answer === undefined) {
    const none = 'no answer in time, or no CORS header (Access-Control-Allow-Origin)';
    const detail = `The fetch URL of the LMS gave no JSON: ${status || none}.`;
    return { code: status ? 'lms-refused' : 'offline', detail };
  }
  const { 'error-code': given } = (answer ?? {}) as { 'error-code'?: unknown };
  const code = /^\d+$/.test(String(given)) ? String(given) : 'none';
  const detail = `The fetch URL of the LMS gave no token: status ${status}, error-code ${code}.`;
  // 1: the token was given away before
  return code === '1' ? { code: 'session-over', detail, cause: 'used' } : { code: 'lms-refused', detail };
}
