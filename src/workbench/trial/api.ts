/** What the page asks of the workbench's server. */
import type {
  Faults,
  GoesAlong,
  LaunchCalls,
  LaunchRequest,
  Launched,
  Learner,
  Looked,
  PackageInfo,
  Removable,
  ReportedAttempt,
  WorkbenchState,
} from '../shapes.ts';
import { ask, get, refusalOf, Refused, SILENCE } from '../shell/ask.ts';

const send = async <T>(path: string, value: unknown): Promise<T> =>
  (
    await ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(value),
    })
  ).json() as Promise<T>;

const put = (path: string, value: unknown): Promise<Response> =>
  ask(path, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(value),
  });

const of = (learner: string, packageId: string): string =>
  String(new URLSearchParams({ learner, package: packageId }));

export const api = {
  state: () => get<WorkbenchState>('state'),
  addPackage: upload,
  keepLooked: (id: string, looked: Looked) => put(`packages/${id}/looked`, looked),
  goesAlong: (what: Removable) => get<GoesAlong>(`attempts?${new URLSearchParams({ ...what })}`),
  remove: (what: Removable) =>
    ask('package' in what ? `packages/${what.package}` : `learners/${what.learner}`, { method: 'DELETE' }),
  addLearner: (name: string, language: string) => send<Learner>('learners', { name, language }),
  launch: (request: LaunchRequest) => send<Launched>('launches', request),
  report: (learner: string, packageId: string) => get<ReportedAttempt[]>(`report?${of(learner, packageId)}`),
  reset: (learner: string, packageId: string) =>
    ask(`attempts?${of(learner, packageId)}`, { method: 'DELETE' }),
  calls: (launch: string) => get<LaunchCalls>(`launches/${launch}/calls`),
  setFaults: (launch: string, faults: Faults) => put(`launches/${launch}/faults`, faults),
};

/** Tells how much of it is there, which a fetch doesn't. */
function upload(file: File, progress: (share: number) => void, signal: AbortSignal): Promise<PackageInfo> {
  const request = new XMLHttpRequest();
  request.open('POST', `/api/packages?${new URLSearchParams({ file: file.name })}`);
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded }) => progress(loaded / file.size));
  signal.addEventListener('abort', () => request.abort());
  return new Promise((resolve, reject) => {
    request.addEventListener('abort', () => reject(signal.reason as Error));
    request.addEventListener('error', () => reject(new Refused(SILENCE)));
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(request.response as PackageInfo);
      else reject(refusalOf(request.status, request.response));
    });
    request.send(file);
  });
}
