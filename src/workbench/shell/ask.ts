/** How the page's rooms ask the workbench's server. */

/** What the server said in words, or that it is gone. */
export class Refused extends Error {}

export async function ask(path: string, init?: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(`/api/${path}`, init);
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    throw new Refused('The workbench does not answer. Is it still running?', { cause: error });
  }
  if (answer.ok) return answer;
  const { message } = (await answer.json().catch(() => ({}))) as { message?: string };
  throw new Refused(message ?? `The workbench answered ${answer.status}.`);
}

export const get = async <T>(path: string): Promise<T> => (await ask(path)).json() as Promise<T>;
