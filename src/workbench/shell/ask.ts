/** How the page's rooms ask the workbench's server. */

/** What the server said in words, or that it is gone. */
export class Refused extends Error {}

export const SILENCE = 'The workbench does not answer. Is it still running?';

/** @param said JSON, or nothing */
export function refusalOf(status: number, said: unknown): Refused {
  const { message } = (said ?? {}) as { message?: string };
  return new Refused(message ?? `The workbench answered ${status}.`);
}

/** @returns why the server refused the work, in words; empty where it is done. @throws what else went wrong */
export async function refusalIn(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return '';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.message;
  }
}

export async function ask(path: string, init?: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(`/api/${path}`, init);
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    throw new Refused(SILENCE, { cause: error });
  }
  if (answer.ok) return answer;
  throw refusalOf(answer.status, await answer.json().catch(() => undefined));
}

export const get = async <T>(path: string): Promise<T> => (await ask(path)).json() as Promise<T>;
