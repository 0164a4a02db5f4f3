/** A request as the LRS sees it, from what was handed to `fetch`, and plain answers. */
import type { LrsAnswer, LrsFault } from './lrs-faults.ts';

export interface LrsRequest {
  method: string;
  /** Below the endpoint: `statements`. */
  resource: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: string;
}

/** Undefined where it goes elsewhere. */
export function requestTo(endpoint: string, url: string, init: RequestInit): LrsRequest | undefined {
  const address = new URL(url);
  const base = new URL(endpoint);
  if (address.origin !== base.origin || !address.pathname.startsWith(base.pathname)) return undefined;
  return {
    method: init.method ?? 'GET',
    resource: address.pathname.slice(base.pathname.length),
    query: address.searchParams,
    headers: Object.fromEntries(
      Object.entries(init.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    body: typeof init.body === 'string' ? init.body : '',
  };
}

/** What arrives of it. */
export const asKept = (request: LrsRequest, fault: LrsFault | undefined): LrsRequest =>
  typeof fault === 'object' &&
  'cuts' in fault &&
  request.method === 'PUT' &&
  request.resource === 'activities/state'
    ? { ...request, body: request.body.slice(0, fault.cuts) }
    : request;

/** Waits until whoever asked gives up. */
export function abandoned(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

export function ok(value: unknown): LrsAnswer {
  return { status: 200, body: JSON.stringify(value), headers: { 'Content-Type': 'application/json' } };
}
