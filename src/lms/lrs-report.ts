/** What an LRS holds of one learner and one course, as a report would show it. */
import type { Seen } from './attempt.ts';
import type { Lrs } from './lrs.ts';
import { identifier } from './lrs-text.ts';
import type { Actor, Statement } from './xapi-types.ts';

export interface About {
  actor: Actor;
  /** The course's activity. */
  activity: string;
  registration?: string;
}

/** The last part of a verb's address. */
const verbOf = ({ verb }: Statement): string => verb.id.split('/').at(-1) ?? '';

export function seenIn(lrs: Lrs, { actor, activity, registration }: About): Seen {
  const who = identifier(actor);
  const all = lrs.statements.filter(
    (statement) =>
      identifier(statement.actor) === who &&
      (registration ?? statement.context?.registration) === statement.context?.registration,
  );
  const own = all.filter(({ object }) => object.id === activity);
  const said = (verb: string): Statement[] => own.filter((statement) => verbOf(statement) === verb);
  const documents = documentsOf(lrs, who, activity, registration);
  // Once earned it stays: a later fail takes no pass away
  const decided = said('passed').at(-1) ?? said('failed').at(-1);
  const score = decided?.result?.score;
  return {
    opened: said('initialized').length,
    closed: said('terminated').length,
    commits: documents.length,
    completion: said('completed').length > 0 ? 'completed' : all.length > 0 ? 'incomplete' : 'not attempted',
    success: decided ? (verbOf(decided) as Seen['success']) : 'unknown',
    score: score && {
      raw: String(score.raw),
      min: String(score.min),
      max: String(score.max),
      scaled: String(score.scaled),
    },
    saved: documents.at(-1) ?? '',
    location: '',
    // A document is there until somebody deletes it
    resumable: documents.length > 0,
    time: said('terminated').at(-1)?.result?.duration ?? '',
    objectives: [],
    interactions: all.filter((statement) => verbOf(statement) === 'answered').map(answer),
  };
}

function answer({ object, result }: Statement): Record<string, string> {
  const success = result?.success;
  return {
    id: object.id,
    ...(object.definition?.interactionType && { type: object.definition.interactionType }),
    response: result?.response ?? '',
    ...(success !== undefined && { result: success ? 'correct' : 'incorrect' }),
  };
}

/** Texts of what a course has put away for itself. */
function documentsOf(lrs: Lrs, who: string, activity: string, registration: string | undefined): string[] {
  return [...lrs.documents]
    .filter(([key]) => {
      const [resource, agent, about, , session] = key.split('|');
      return (
        resource === 'activities/state' &&
        agent === who &&
        about === activity &&
        (registration ?? session) === session
      );
    })
    .map(([, text]) => text);
}
