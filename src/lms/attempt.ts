/** What an LMS holds of a learner: it lasts between launches, can be reset, and reads as a report would show it. */
import type { Version } from './version.ts';

/** The names of elements that mean the same in both standards. */
export interface Elements {
  status: string;
  success: string;
  raw: string;
  min: string;
  max: string;
  location: string;
  exit: string;
  sessionTime: string;
  totalTime: string;
}

/** What the LMS has stored: not what a page only set. In our own words, the same for every standard. */
export interface Seen {
  /** Sessions opened and closed by this launch. */
  opened: number;
  closed: number;
  commits: number;
  completion: 'not attempted' | 'incomplete' | 'completed' | 'unknown';
  success: 'unknown' | 'passed' | 'failed';
  /** As stored; undefined where there is no score. */
  score: { raw: string; min: string; max: string; scaled?: string } | undefined;
  saved: string;
  location: string;
  progress?: string;
  resumable: boolean;
  /** Of the last session, as the standard spells it. */
  time: string;
  objectives: readonly Record<string, string>[];
  interactions: readonly Record<string, string>[];
  navigation?: string;
  /** What the gradebook shows. */
  grade?: string;
  /** The list of activities ticks this one as done. */
  ticked?: true;
}

/** One learner's attempt at one course. */
export class Attempt {
  /** Dotted names and values, as the standard spells them. */
  readonly data: Map<string, string>;
  /** What the gradebook has. Undefined: it follows the score. */
  grade: { raw: string | undefined } | undefined;
  ticked = false;
  /** Nothing is stored any more, and nobody says so. */
  locked = false;
  /** Between the page and the store: a fault lets through less than all, or something else. */
  gate: (posted: ReadonlyMap<string, string>) => ReadonlyMap<string, string> = (posted) => posted;

  constructor(data: Map<string, string> = new Map()) {
    this.data = data;
  }

  reset(): void {
    this.data.clear();
    this.grade = undefined;
    this.ticked = false;
    this.locked = false;
  }
}

/** All attempts that an LMS holds, by learner and course. As text it can be kept anywhere. */
export class Attempts {
  readonly #held = new Map<string, Attempt>();

  of(learner: string, course: string): Attempt {
    const key = JSON.stringify([learner, course]);
    const attempt = this.#held.get(key) ?? new Attempt();
    this.#held.set(key, attempt);
    return attempt;
  }

  /** Forgets what one learner did in one course, in all courses, or everything. */
  reset(learner?: string, course?: string): void {
    for (const [key, attempt] of this.#held) {
      const [whose, what] = JSON.parse(key) as [string, string];
      if ((learner ?? whose) === whose && (course ?? what) === what) attempt.reset();
    }
  }

  toJSON(): unknown {
    return [...this.#held].map(([key, { data, grade, ticked, locked }]) => ({
      key,
      data: Object.fromEntries(data),
      grade,
      ticked,
      locked,
    }));
  }

  static from(text: string): Attempts {
    const attempts = new Attempts();
    for (const { key, data, ...rest } of JSON.parse(text) as Kept[]) {
      attempts.#held.set(key, Object.assign(new Attempt(new Map(Object.entries(data))), rest));
    }
    return attempts;
  }
}

interface Kept extends Pick<Attempt, 'ticked' | 'locked' | 'grade'> {
  key: string;
  data: Record<string, string>;
}

/** The rows of `cmi.objectives` or `cmi.interactions` in a flat data model. */
export function rows(data: ReadonlyMap<string, string>, collection: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const row = new RegExp(`^cmi\\.${collection}\\.(\\d+)\\.(.+)$`);
  for (const [element, value] of data) {
    const [, index, field] = row.exec(element) ?? [];
    if (index !== undefined && field !== undefined) (found[Number(index)] ??= {})[field] = value;
  }
  return Array.from(found, (fields) => fields ?? {});
}

export interface Counts {
  opened: number;
  closed: number;
  commits: number;
}

/** What a report shows of an attempt. */
export function seen(attempt: Attempt, version: Version, elements: Elements, counts: Counts): Seen {
  const { data } = attempt;
  const raw = data.get(elements.raw);
  const scaled = data.get('cmi.score.scaled');
  const progress = data.get('cmi.progress_measure');
  const navigation = data.get('adl.nav.request');
  const grade = attempt.grade ? attempt.grade.raw : raw;
  return {
    ...counts,
    ...(version === '1.2' ? status12(data) : status2004(data)),
    score:
      raw === undefined
        ? undefined
        : {
            raw,
            min: data.get(elements.min) ?? '',
            max: data.get(elements.max) ?? '',
            ...(scaled !== undefined && { scaled }),
          },
    saved: data.get('cmi.suspend_data') ?? '',
    location: data.get(elements.location) ?? '',
    ...(progress !== undefined && { progress }),
    resumable: data.get(elements.exit) === 'suspend',
    time: data.get(elements.sessionTime) ?? '',
    objectives: rows(data, 'objectives'),
    interactions: rows(data, 'interactions'),
    ...(navigation !== undefined && { navigation }),
    ...(grade !== undefined && { grade }),
    ...(attempt.ticked && { ticked: true }),
  };
}

/** One status for two. */
function status12(data: ReadonlyMap<string, string>): Pick<Seen, 'completion' | 'success'> {
  const status = data.get('cmi.core.lesson_status') ?? 'not attempted';
  return {
    completion: /^(passed|completed|failed)$/.test(status)
      ? 'completed'
      : (status as 'incomplete' | 'not attempted'),
    success: status === 'passed' || status === 'failed' ? status : 'unknown',
  };
}

function status2004(data: ReadonlyMap<string, string>): Pick<Seen, 'completion' | 'success'> {
  return {
    completion: (data.get('cmi.completion_status') ?? 'unknown') as Seen['completion'],
    success: (data.get('cmi.success_status') ?? 'unknown') as Seen['success'],
  };
}
