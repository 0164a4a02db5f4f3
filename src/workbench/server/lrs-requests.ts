/** Requests to the LRS as they come, and as the log shows them. */
import type { IncomingHttpHeaders } from 'node:http';
import type { LrsAnswer } from '../../lms/lrs-faults.ts';
import type { LrsRequest } from '../../lms/lrs-request.ts';
import { NO_FAULTS, type Call, type Faults } from '../shapes.ts';

/** What of a launch lives only as long as the server does. */
export interface Control {
  faults: Faults;
  nth: number;
}

export const newControl = (): Control => ({ faults: NO_FAULTS, nth: 0 });

export function toRequest(
  method: string,
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
  resource: string,
  body: string,
): LrsRequest {
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const meant = query.get('method');
  if (method === 'POST' && meant !== null) return fromForm(meant, given, resource, new URLSearchParams(body));
  return { method, resource, query, headers: given, body };
}

const HEADERS = [
  'authorization',
  'x-experience-api-version',
  'content-type',
  'content-length',
  'if-match',
  'if-none-match',
];

/** All of a request in a form, for the sake of browsers that once could send nothing else (part three, 1.3). */
function fromForm(
  method: string,
  headers: Readonly<Record<string, string>>,
  resource: string,
  form: URLSearchParams,
): LrsRequest {
  const query = new URLSearchParams();
  const own: Record<string, string> = { ...headers };
  delete own['content-type'];
  for (const [name, value] of form) {
    if (HEADERS.includes(name.toLowerCase())) own[name.toLowerCase()] = value;
    else if (name !== 'content') query.append(name, value);
  }
  const body = form.get('content') ?? '';
  return { method, resource, query, headers: { 'content-type': 'application/json', ...own }, body };
}

/** Characters of a request or an answer that the log keeps. */
export const MOST_SHOWN = 100_000;

/** A request and its answer, as the log shows them. */
export function callOf(
  request: LrsRequest,
  answer: LrsAnswer | undefined,
  control: Control,
  { fault, why }: { fault: string; why: string },
): Call {
  const { method, resource, query, body } = request;
  return {
    nth: control.nth++,
    at: Date.now(),
    name: `${method} ${resource}`,
    element: query.get('stateId') ?? query.get('profileId') ?? query.get('statementId') ?? String(query),
    value: body.slice(0, MOST_SHOWN),
    answer: answer?.body?.slice(0, MOST_SHOWN) ?? '',
    error: answer?.status ?? 0,
    ...(why && { why }),
    ...(fault && { fault }),
  };
}
