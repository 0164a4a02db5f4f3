/** What statements are asked for by (xAPI 1.0.3, part three, 2.1.3). */
import { identifier, json } from './lrs-text.ts';
import type { Actor, Statement } from './xapi-types.ts';

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
