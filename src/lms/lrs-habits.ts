/** Habits of real LRSs and cmi5 LMSs: what they do that the specification leaves open or forbids, one switch each. */

const CATAPULT = "ADL's CATAPULT player, seen in November 2026";

export const LRS_HABITS = {
  'fills-in': {
    says: 'Gives a statement the id and the time that it lacks.',
    from: 'xAPI 1.0.3, part two, 2.4.1 and 2.4.7, which asks for both',
  },
  'always-conflict': {
    says: 'Answers 409 to a statement that it has already, whatever is in it.',
    from: 'an LRS that sets the missing timestamp itself, seen',
  },
  'no-etags': { says: 'Shows no versions of documents.', from: 'permitted for state until xAPI 1.0.3' },
  'no-etag-after-put': {
    says: 'Tells the version of a document only to those who read it.',
    from: 'the specification, which asks for no more',
  },
  'weak-etags': {
    says: 'Shows versions of documents as weak ones, and takes only strong ones.',
    from: 'nginx before an LRS, which marks the version of what it compresses as weak',
  },
  'renamed-etags': {
    says: 'Shows versions of documents under names that it does not know again.',
    from: 'Apache before an LRS, whose mod_deflate adds "-gzip" to them',
  },
  'own-etags': {
    says: 'Names versions of documents in its own way, and not by SHA-1.',
    from: 'xAPI 2.0, which leaves it to the LRS',
  },
  'asks-for-match': {
    says: 'Replaces a document only where the request names its version (409).',
    from: 'xAPI 1.0.3, part three, 3.1, which asks for it with profiles; xAPI 2.0 with the state too',
  },
  'finds-other-attempts': {
    says: 'Takes no notice of the registration when it is asked for statements.',
    from: 'no LRS by name: one that lacks this filter, as any may',
  },
  'no-match-headers': {
    says: 'Lets no browser send a request that names a version: it never arrives.',
    from: 'a server whose Access-Control-Allow-Headers lacks If-Match and If-None-Match, as any may',
  },
  'forbids-state': {
    says: 'Answers 403 to whatever is asked about the state of a learner.',
    from: 'credentials that are good for statements alone, as LRSs let people make them',
  },
  'judges-before-request': {
    says: 'Judges each statement of a request by what was stored before that request.',
    from: CATAPULT,
  },
  'forbids-everything': {
    says: 'Answers 403 to any statement that breaks any rule.',
    from: CATAPULT,
  },
  'unauthorised-when-over': {
    says: 'Answers 401 to everything once the session is over.',
    from: CATAPULT,
  },
  'fails-at-some-activities': {
    says: 'Answers 500 to every request that brings a statement about an activity whose address ends in 5.',
    from: 'no LRS by name: a program that breaks at one kind of content, as any may',
  },
  'refuses-some-activities': {
    says: 'Answers 403 to every request that brings a statement about an activity whose address ends in 5.',
    from: "ADL's CATAPULT player, which answers so to whatever breaks a rule",
  },
  slow: {
    says: 'Takes a quarter of a second for each request.',
    from: 'no LRS by name: some need several seconds',
  },
} as const satisfies Readonly<Record<string, { says: string; from: string }>>;

export type LrsHabit = keyof typeof LRS_HABITS;

export const CATAPULT_HABITS: readonly LrsHabit[] = [
  'judges-before-request',
  'forbids-everything',
  'unauthorised-when-over',
];
