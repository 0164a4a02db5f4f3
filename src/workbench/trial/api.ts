/** What the page asks of the workbench's server. */
import type {
  Faults,
  LaunchCalls,
  LaunchRequest,
  Launched,
  Learner,
  PackageInfo,
  ReportedAttempt,
  WorkbenchState,
} from '../shapes.ts';
import { ask, get } from '../shell/ask.ts';

const send = async <T>(path: string, value: unknown): Promise<T> =>
  (
    await ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(value),
    })
  ).json() as Promise<T>;

const of = (learner: string, packageId: string): string =>
  String(new URLSearchParams({ learner, package: packageId }));

export const api = {
  state: () => get<WorkbenchState>('state'),
  addPackage: async (file: File) =>
    (
      await ask(`packages?${new URLSearchParams({ file: file.name })}`, { method: 'POST', body: file })
    ).json() as Promise<PackageInfo>,
  addLearner: (name: string, language: string) => send<Learner>('learners', { name, language }),
  launch: (request: LaunchRequest) => send<Launched>('launches', request),
  report: (learner: string, packageId: string) => get<ReportedAttempt[]>(`report?${of(learner, packageId)}`),
  reset: (learner: string, packageId: string) =>
    ask(`attempts?${of(learner, packageId)}`, { method: 'DELETE' }),
  calls: (launch: string) => get<LaunchCalls>(`launches/${launch}/calls`),
  setFaults: (launch: string, faults: Faults) =>
    ask(`launches/${launch}/faults`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(faults),
    }),
};
