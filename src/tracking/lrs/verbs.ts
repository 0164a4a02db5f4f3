/** ADL's verbs that the course uses. */
import type { LanguageMap } from './types.ts';

const ADL = 'http://adlnet.gov/expapi/verbs/';

/** Verb ids end in their English names. */
export const VERBS = {
  initialized: { en: 'initialized', es: 'inicializó' },
  resumed: { en: 'resumed', es: 'reanudó' },
  progressed: { en: 'progressed', es: 'avanzó' },
  completed: { en: 'completed', es: 'completó' },
  answered: { en: 'answered', es: 'respondió' },
  responded: { en: 'responded', es: 'contestó' },
  scored: { en: 'scored', es: 'obtuvo una puntuación' },
  passed: { en: 'passed', es: 'aprobó' },
  failed: { en: 'failed', es: 'no aprobó' },
  terminated: { en: 'terminated', es: 'terminó' },
} satisfies Record<string, LanguageMap>;

export type Verb = keyof typeof VERBS;

export const verbId = (verb: Verb): string => ADL + verb;
