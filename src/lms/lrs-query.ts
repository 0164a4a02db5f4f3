/** What statements are asked for by (xAPI 1.0.3, part three, 2.1.3), and what they tell of an activity. */
import { identifier, json } from './lrs-text.ts';
import type { Activity, Actor, Statement } from './xapi-types.ts';

export type Stored = Statement & { stored?: string };

/** `from` is this LRS's own: it stands in the addresses of further pages. */
export const QUERY = [
  'statementId',
  'agent',
  'verb',
  'activity',
  'registration',
  'since',
  'until',
  'limit',
  'ascending',
  'format',
  'related_activities',
  'related_agents',
  'from',
];

/** Of what is stored that which is meant, the newest first unless it is wanted otherwise. */
export function matching(statements: readonly Stored[], query: URLSearchParams): Stored[] {
  const agent = query.get('agent');
  const found = statements.filter(
    ({ actor, verb, object, context, stored = '' }) =>
      (agent === null || identifier(json(agent) as Actor) === identifier(actor)) &&
      (query.get('verb') ?? verb.id) === verb.id &&
      (query.get('activity') ?? object.id) === object.id &&
      (query.get('registration') ?? context?.registration) === context?.registration &&
      stored > (query.get('since') ?? '') &&
      stored <= (query.get('until') ?? '~'),
  );
  return query.get('ascending') === 'true' ? found : found.toReversed();
}

/** All that statements told of an activity, the latest word last; what was said in further languages stays (2.5). */
export function activityTold(statements: readonly Stored[], id: string): Activity {
  const told = statements
    .flatMap(activitiesIn)
    .flatMap((one) => (one.id === id ? (one.definition ?? []) : []));
  if (told.length === 0) return { objectType: 'Activity', id };
  const definition = Object.assign({}, ...told, inLanguages('name', told), inLanguages('description', told));
  return { objectType: 'Activity', id, definition: definition as Definition };
}

type Definition = NonNullable<Activity['definition']>;

function inLanguages(
  what: 'name' | 'description',
  told: readonly Definition[],
): Pick<Definition, typeof what> {
  const words = Object.assign({}, ...told.map((one) => one[what])) as Record<string, string>;
  return Object.keys(words).length > 0 ? { [what]: words } : {};
}

/** Its object's and those around it, which come alone or in a list (part two, 2.4.6.2). */
const activitiesIn = ({ object, context }: Stored): readonly Activity[] => [
  ...Object.values(context?.contextActivities ?? {}).flat(),
  object,
];
