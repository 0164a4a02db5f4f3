/** What the page asks of the workbench's server. */
import type {
  Call,
  Faults,
  LaunchRequest,
  Launched,
  Learner,
  PackageInfo,
  ReportedAttempt,
  WorkbenchState,
} from '../shapes.ts';

/** What the server said in words, or that it is gone. */
export class Refused extends Error {}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(`/api/${path}`, init);
  } catch (error) {
    throw new Refused('The workbench does not answer. Is it still running?', { cause: error });
  }
  if (answer.ok) return answer;
  const { message } = (await answer.json().catch(() => ({}))) as { message?: string };
  throw new Refused(message ?? `The workbench answered ${answer.status}.`);
}

const get = async <T>(path: string): Promise<T> => (await ask(path)).json() as Promise<T>;
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
  calls: (launch: string) => get<Call[]>(`launches/${launch}/calls`),
  setFaults: (launch: string, faults: Faults) =>
    ask(`launches/${launch}/faults`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(faults),
    }),
};
