/**
 * Statements of a cmi5 session that is over. Nothing is ever sent under an old session's id: the LMS would refuse it, or
 * worse, take it. What a session says about itself is dropped, but `completed` and `passed` of the course only when the LRS
 * has one of the registration: the new session says them, and where it can't, the next one still knows of them. Answers and
 * the like go out as allowed statements of the new session, with a new id and time, the first ones kept in extensions, and
 * only if the LRS has none of the earlier ids. The new id is made of the first one: a device may forget that a session has
 * taken a statement over, and the next one must find what that one has sent.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import type { Log } from '../log.ts';
import { statusOf, waits } from './client.ts';
import { extension } from './define.ts';
import { namedUuid } from './ids.ts';
import type { Outbox } from './outbox.ts';
import type { Entry } from './entry.ts';
import type { StatementClient } from './statement-client.ts';
import { wasSent, type OnceVerb } from './already-sent.ts';
import { ACTIVITY_KINDS, activityList, type Setting } from './context.ts';
import type { Actor, BareStatement, Context } from './types.ts';
import { verbId } from './verbs.ts';

/** What a session says about itself is said of the launched activity; lessons, items and tries are others. */
const isOfItsSession = ({ statement }: Entry, activity: string): boolean => statement.object.id === activity;

const EARNED: readonly OnceVerb[] = ['completed', 'passed'];

/** Said of the course. */
const earnedIn = ({ statement }: Entry): OnceVerb | undefined =>
  EARNED.find((verb) => statement.verb.id === verbId(verb));

/** `told`: the LRS has it. `stays`: the session says it in its own way. `anew`: it is to be sent as this session's. */
type Fate = 'told' | 'stays' | 'anew';

/** Look-ups under way at a time: leftovers of a long day are many, and an LRS may be slow. */
const AT_ONCE = 10;
/** Runs in which none could be looked up before the others go on without. */
const PATIENCE = 5;

export interface ReissueOptions {
  course: CourseStructure;
  client: StatementClient;
  actor: Actor;
  activity: string;
  setting: Setting;
  outbox: Outbox;
  /** The time for the next statement. */
  now: () => number;
  log: Log;
}

/**
 * True where nothing is left. Rejects where it is sensible to wait. Two tabs that do it at one time make the same of each:
 * what the other was faster with is passed over, and one statement that both have put in is one to the LRS.
 */
export function createReissue({
  course,
  client,
  actor: agent,
  activity,
  setting,
  outbox,
  now,
  log,
}: ReissueOptions): (isStopped: () => boolean) => Promise<boolean> {
  let inVain = 0;

  async function fateOf(entry: Entry, isStopped: () => boolean): Promise<Fate> {
    const verb = isOfItsSession(entry, activity) && earnedIn(entry);
    const registration = setting.registration!;
    if (verb) return (await wasSent(client, verb, {}, { agent, activity, registration })) ? 'told' : 'stays';
    for (const id of new Set([...idsOf(entry), renewedId(entry)]))
      if (isStopped() || (await client.statement(id))) return 'told';
    return 'anew';
  }

  /**
   * Looked up side by side; taken over in the order in which they happened. One that can't be looked up, where others can,
   * stays where it is and holds them up no longer.
   * @returns How many were left.
   */
  async function reissue(entries: readonly Entry[], isStopped: () => boolean): Promise<number> {
    const fates = await Promise.allSettled(entries.map((entry) => fateOf(entry, isStopped)));
    if (isStopped()) return entries.length;
    const failures = fates.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    const lasting = failures.find(isLasting);
    if (lasting !== undefined || failures.length === entries.length) throw lasting ?? failures[0];
    fates.forEach((one, index) => {
      const entry = entries[index]!;
      if (one.status === 'rejected' || one.value === 'stays') return;
      outbox.replace(entry, one.value === 'told' ? 'delivered' : reissued(course, entry, setting, now()));
    });
    return failures.length;
  }

  /** A browser that was killed may put back what another statement has taken the place of. */
  function leftIn(entries: readonly Entry[]): Entry[] {
    const taken = new Set([...entries, ...outbox.waiting()].flatMap(({ before }) => before?.ids ?? []));
    return entries.filter((entry) => {
      const { id } = entry.statement;
      const isDone = taken.has(id) || outbox.isDelivered(id);
      if (isDone) outbox.replace(entry);
      return !isDone;
    });
  }

  return async (isStopped) => {
    try {
      const all = outbox.others();
      const isDropped = (entry: Entry): boolean => isOfItsSession(entry, activity) && !earnedIn(entry);
      for (const entry of all) if (isDropped(entry)) outbox.replace(entry);
      const others = leftIn(all.filter((entry) => !isDropped(entry)));
      let left = 0;
      for (let at = 0; at < others.length; at += AT_ONCE)
        left += await reissue(others.slice(at, at + AT_ONCE), isStopped);
      return left === 0;
    } catch (error) {
      const status = statusOf(error);
      // An LRS that can look up none of them for ever keeps nobody waiting for ever
      if (status === 401 || (waits(status) && ++inVain <= PATIENCE)) throw error;
      // Without leave to look, sending again might tell a thing twice: they stay on the device
      log.add(`start: earlier statements could not be looked up, ${status}`);
      return !waits(status);
    }
  };
}

const isLasting = (failure: unknown): boolean => !waits(statusOf(failure));

/** Under which it may have been sent, the first one first. */
const idsOf = ({ statement, before }: Entry): string[] => [...(before?.ids ?? []), statement.id];

/** The same in every session: where one's request arrives late, the LRS tells the next one's from it. */
const renewedId = (entry: Entry): string => namedUuid(`taken over\n${idsOf(entry)[0]}`);

/** @param at Milliseconds. */
function reissued(course: CourseStructure, entry: Entry, setting: Setting, at: number): Entry {
  const { statement } = entry;
  const id = renewedId(entry);
  const ids = idsOf(entry);
  const before = {
    ids: ids.filter((one) => one !== id),
    timestamp: entry.before?.timestamp ?? statement.timestamp,
  };
  const next: BareStatement = {
    ...statement,
    id,
    timestamp: new Date(at).toISOString(),
    context: renewed(course, statement.context, setting, ids[0]!, before.timestamp),
  };
  return {
    statement: next,
    before,
    ...(setting.session === undefined ? {} : { session: setting.session }),
    ...(entry.about && { about: entry.about }),
    ...(entry.refused && { refused: entry.refused }),
  };
}

function renewed(
  course: CourseStructure,
  old: Context,
  setting: Setting,
  id: string,
  timestamp: string,
): Context {
  const { template } = setting;
  const activities = ACTIVITY_KINDS.flatMap((kind) => {
    const first = activityList(template.contextActivities?.[kind]);
    const rest = (old.contextActivities?.[kind] ?? []).filter(
      (one) => !first.some((other) => other.id === one.id),
    );
    return first.length + rest.length === 0 ? [] : [[kind, [...first, ...rest]]];
  });
  return {
    ...old,
    ...template,
    contextActivities: Object.fromEntries(activities),
    extensions: {
      ...old.extensions,
      [extension(course, 'original-id')]: id,
      [extension(course, 'original-time')]: timestamp,
      ...template.extensions,
    },
  };
}
