/**
 * A strict SCORM 1.2 LMS: it refuses what any of the LMSs looked at refuses, by rules written here from the standard
 * (RTE 1.2, chapter 3.4), never by the project's own formats. It stores as Moodle does: a commit sends what changed
 * since the last commit was tried, and forgets what a failed one carried.
 */
import { rows, type Call, type Fault, type LaunchFacts, type Seen } from './scorm.ts';

interface Rule {
  mode: 'r' | 'w' | 'rw';
  valid?: RegExp;
  range?: readonly [number, number];
}

const DECIMAL = /^-?\d{1,3}(\.\d{1,7})?$/;
const STATUS = /^(passed|completed|failed|incomplete|browsed)$/;
const IDENTIFIER = /^[A-Za-z0-9_]{1,255}$/;
const TEXT_255 = /^[^\r\n]{0,255}$/;
const PERCENT = { mode: 'rw', valid: DECIMAL, range: [0, 100] } as const;
const READ: Rule = { mode: 'r' };

const RULES: Readonly<Record<string, Rule>> = {
  'cmi._children': READ,
  'cmi.core._children': READ,
  'cmi.core.student_id': READ,
  'cmi.core.student_name': READ,
  'cmi.core.lesson_location': { mode: 'rw', valid: TEXT_255 },
  'cmi.core.credit': READ,
  'cmi.core.lesson_status': { mode: 'rw', valid: STATUS },
  'cmi.core.entry': READ,
  'cmi.core.score._children': READ,
  'cmi.core.score.raw': PERCENT,
  'cmi.core.score.min': PERCENT,
  'cmi.core.score.max': PERCENT,
  'cmi.core.total_time': READ,
  'cmi.core.lesson_mode': READ,
  'cmi.core.exit': { mode: 'w', valid: /^(time-out|suspend|logout|)$/ },
  'cmi.core.session_time': { mode: 'w', valid: /^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/ },
  'cmi.suspend_data': { mode: 'rw', valid: /^[\x20-\x7e]{0,4096}$/ },
  'cmi.launch_data': READ,
  'cmi.comments': { mode: 'rw', valid: /^.{0,4096}$/ },
  'cmi.objectives._children': READ,
  'cmi.objectives._count': READ,
  'cmi.objectives.n.id': { mode: 'rw', valid: IDENTIFIER },
  'cmi.objectives.n.score._children': READ,
  'cmi.objectives.n.score.raw': PERCENT,
  'cmi.objectives.n.score.min': PERCENT,
  'cmi.objectives.n.score.max': PERCENT,
  'cmi.objectives.n.status': { mode: 'rw', valid: STATUS },
  'cmi.student_data._children': READ,
  'cmi.student_data.mastery_score': READ,
  'cmi.student_preference._children': READ,
  'cmi.student_preference.language': { mode: 'rw', valid: TEXT_255 },
  'cmi.interactions._children': READ,
  'cmi.interactions._count': READ,
  'cmi.interactions.n.id': { mode: 'w', valid: IDENTIFIER },
  'cmi.interactions.n.objectives.n.id': { mode: 'w', valid: IDENTIFIER },
  'cmi.interactions.n.time': { mode: 'w', valid: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/ },
  'cmi.interactions.n.type': {
    mode: 'w',
    valid: /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/,
  },
  'cmi.interactions.n.correct_responses.n.pattern': { mode: 'w', valid: TEXT_255 },
  'cmi.interactions.n.weighting': { mode: 'w', valid: DECIMAL, range: [-100, 100] },
  'cmi.interactions.n.student_response': { mode: 'w', valid: TEXT_255 },
  'cmi.interactions.n.result': {
    mode: 'w',
    valid: /^(correct|wrong|unanticipated|neutral|-?\d{1,3}(\.\d{1,7})?)$/,
  },
  'cmi.interactions.n.latency': { mode: 'w', valid: /^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/ },
};

const CHILDREN: Readonly<Record<string, string>> = {
  'cmi.core':
    'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
  'cmi.core.score': 'raw,min,max',
  'cmi.objectives': 'id,score,status',
  'cmi.interactions': 'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
  'cmi.student_data': 'mastery_score',
  'cmi.student_preference': 'audio,language,speed,text',
};

/** What a response and a pattern may look like. An empty one is never right. */
const RESPONSES: Readonly<Record<string, RegExp>> = {
  choice: /^[0-9a-z](,[0-9a-z])*$/,
  sequencing: /^[0-9a-z](,[0-9a-z])*$/,
  'true-false': /^[01tf]$/,
  matching: /^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/,
  'fill-in': /^.{1,255}$/,
  performance: /^.{1,255}$/,
  numeric: DECIMAL,
};

const ENDED = /^(passed|completed|failed)$/;

export class StrictScorm12 {
  fault: Fault | undefined;
  readonly calls: Call[] = [];
  readonly #facts: LaunchFacts;
  /** What the server has. */
  readonly #server: Map<string, string>;
  /** What the page has set: numbers where the LMS keeps them as numbers. */
  readonly #page = new Map<string, string | number>();
  /** What the last commit tried to send. */
  readonly #tried = new Map<string, string | number>();
  #error = 0;
  #open = false;
  #opened = 0;
  #closed = 0;
  #commits = 0;
  readonly #mode: string;
  readonly #credit: string;

  constructor(facts: LaunchFacts = {}, server = new Map<string, string>()) {
    this.#facts = facts;
    this.#server = server;
    for (const [element, value] of server) {
      this.#page.set(element, value);
      this.#tried.set(element, value);
    }
    const over = ENDED.test(server.get('cmi.core.lesson_status') ?? '');
    this.#mode = facts.mode ?? (over ? 'review' : 'normal');
    this.#credit = facts.credit ?? (this.#mode === 'normal' ? 'credit' : 'no-credit');
  }

  /** The next launch of the same attempt, with what the server has. */
  relaunch(facts: LaunchFacts = {}): StrictScorm12 {
    return new StrictScorm12({ ...this.#facts, ...facts }, this.#server);
  }

  /** The next launch after somebody reset the attempt. */
  newAttempt(facts: LaunchFacts = {}): StrictScorm12 {
    return new StrictScorm12({ ...this.#facts, ...facts });
  }

  /** A window in which the driver finds the API. */
  get scope(): { API: StrictScorm12['api'] } {
    return { API: this.api };
  }

  /** Calls that were refused; a failing server (101) is no refusal. */
  get refusals(): Call[] {
    return this.calls.filter(({ error }) => error !== 0 && error !== 101);
  }

  seen(): Seen {
    const data = this.#server;
    const status = data.get('cmi.core.lesson_status') ?? 'not attempted';
    const raw = data.get('cmi.core.score.raw');
    return {
      opened: this.#opened,
      closed: this.#closed,
      commits: this.#commits,
      completion: ENDED.test(status) ? 'completed' : (status as 'incomplete' | 'not attempted'),
      success: status === 'passed' || status === 'failed' ? status : 'unknown',
      score:
        raw === undefined
          ? undefined
          : {
              raw,
              min: data.get('cmi.core.score.min') ?? '',
              max: data.get('cmi.core.score.max') ?? '',
            },
      saved: data.get('cmi.suspend_data') ?? '',
      location: data.get('cmi.core.lesson_location') ?? '',
      resumable: data.get('cmi.core.exit') === 'suspend',
      time: data.get('cmi.core.total_time') ?? '',
      objectives: rows(data, 'objectives'),
      interactions: rows(data, 'interactions'),
    };
  }

  /** The status as this standard has it: one for two. */
  get status(): string {
    return this.#server.get('cmi.core.lesson_status') ?? 'not attempted';
  }

  readonly api = {
    LMSInitialize: (parameter: string): string =>
      this.#answer('LMSInitialize', parameter, '', () => {
        if (parameter !== '') return 201;
        // 101 in the standard; 103 here, to tell it from a failing server
        if (this.#open || this.#closed > 0) return 103;
        this.#open = true;
        this.#opened++;
        return 0;
      }),
    LMSFinish: (parameter: string): string =>
      this.#answer('LMSFinish', parameter, '', () => {
        if (parameter !== '') return 201;
        if (!this.#open) return 301;
        // It can't be repeated, whether it worked or not
        this.#open = false;
        if (!this.#page.has('cmi.core.lesson_status')) this.#page.set('cmi.core.lesson_status', 'completed');
        const raw = this.#page.get('cmi.core.score.raw');
        if (this.#facts.passMark !== undefined && raw !== undefined && this.#mode === 'normal') {
          this.#page.set('cmi.core.lesson_status', Number(raw) >= this.#facts.passMark ? 'passed' : 'failed');
        }
        this.#page.set('cmi.core.total_time', this.#page.get('cmi.core.session_time') ?? '0000:00:00.00');
        const error = this.#send();
        if (error === 0) this.#closed++;
        return error;
      }),
    LMSCommit: (parameter: string): string =>
      this.#answer('LMSCommit', parameter, '', () => {
        if (parameter !== '') return 201;
        if (!this.#open) return 301;
        this.#commits++;
        return this.#send();
      }),
    LMSGetValue: (element: string): string => {
      let value = '';
      this.#answer('LMSGetValue', element, '', () => {
        const found = this.#read(element);
        if (typeof found === 'number') return found;
        value = found;
        return 0;
      });
      return value;
    },
    LMSSetValue: (element: string, value: string): string =>
      this.#answer('LMSSetValue', element, value, () => this.#set(element, value)),
    LMSGetLastError: (): string => {
      this.#record('LMSGetLastError', '', '', 0);
      return String(this.#error);
    },
    LMSGetErrorString: (code: string): string => `Error ${code}`,
    LMSGetDiagnostic: (code: string): string => `Error ${code}`,
  };

  #record(name: string, element: string, value: string, error: number): void {
    this.calls.push({ name, element, value, error });
    if (this.fault === 'throws') throw new Error('The frame of the LMS is gone');
  }

  #answer(name: string, element: string, value: string, act: () => number): string {
    if (this.fault === 'throws') this.#record(name, element, value, 101);
    this.#error = act();
    this.#record(name, element, value, this.#error);
    if (this.fault === 'contradicts' && name === 'LMSCommit') return 'false';
    return this.#error === 0 ? 'true' : 'false';
  }

  #send(): number {
    const changed = [...this.#page].filter(
      ([element, value]) => element !== 'cmi.core.session_time' && this.#tried.get(element) !== value,
    );
    // What was tried counts as sent, whatever the server said
    for (const [element, value] of changed) this.#tried.set(element, value);
    if (this.fault === 'refuses' || this.fault === 'session-lost') return 101;
    if (this.fault === 'offline') return 0;
    for (const [element, value] of changed) this.#server.set(element, String(value));
    return 0;
  }

  #known(element: string): Rule | undefined {
    if ((this.#facts.without ?? []).some((part) => element.startsWith(part))) return undefined;
    return RULES[element.replace(/\.\d+(?=\.)/g, '.n')];
  }

  #read(element: string): string | number {
    if (!this.#open) return 301;
    const rule = this.#known(element);
    if (!rule)
      return element.endsWith('._count')
        ? 203
        : (this.#facts.without ?? []).some((part) => element.startsWith(part))
          ? 401
          : 201;
    if (rule.mode === 'w') return 404;
    if (element.endsWith('._children'))
      return (
        CHILDREN[element.replace(/\._children$/, '').replace(/\.\d+\.score$/, '.score')] ?? 'raw,min,max'
      );
    if (element.endsWith('._count')) return String(this.#count(element.replace(/\._count$/, '')));
    switch (element) {
      case 'cmi.core.student_id':
        return this.#facts.learnerId ?? '';
      case 'cmi.core.student_name':
        return this.#facts.learnerName ?? '';
      case 'cmi.core.lesson_mode':
        return this.#mode;
      case 'cmi.core.credit':
        return this.#credit;
      case 'cmi.core.entry':
        return this.#server.get('cmi.core.exit') === 'suspend' ? 'resume' : 'ab-initio';
      case 'cmi.student_data.mastery_score':
        return this.#facts.passMark === undefined ? '' : String(this.#facts.passMark);
      case 'cmi.student_preference.language':
        return this.#facts.language ?? '';
      case 'cmi.core.lesson_status':
        return String(this.#page.get(element) ?? 'not attempted');
      default:
        return String(this.#page.get(element) ?? '');
    }
  }

  #count(collection: string): number {
    return rows(
      new Map([...this.#page].map(([element, value]) => [element, String(value)])),
      collection.replace('cmi.', ''),
    ).length;
  }

  #set(element: string, given: string): number {
    if (!this.#open) return 301;
    const rule = this.#known(element);
    if (!rule) return (this.#facts.without ?? []).some((part) => element.startsWith(part)) ? 401 : 201;
    if (/\._(children|count)$/.test(element)) return 402;
    if (rule.mode === 'r') return 403;
    if (typeof given !== 'string') return 405;
    if (rule.valid && !rule.valid.test(given)) return 405;
    if (rule.range && (Number(given) < rule.range[0] || Number(given) > rule.range[1])) return 405;
    const misplaced = this.#misplaced(element) || this.#mistyped(element, given);
    if (misplaced) return misplaced;
    const value = element === 'cmi.suspend_data' ? given.slice(0, this.#facts.cutsAt) : given;
    this.#page.set(element, rule.range ? Number(value) : value);
    return 0;
  }

  /** Rows come one after the other, and a row begins with its id. */
  #misplaced(element: string): number {
    const [, collection = '', index = '', field] =
      /^cmi\.(objectives|interactions)\.(\d+)\.(.+)$/.exec(element) ?? [];
    if (!field) return 0;
    if (Number(index) > this.#count(collection)) return 201;
    if (field !== 'id' && !this.#page.has(`cmi.${collection}.${index}.id`)) return 201;
    const [, list = '', inner] = /^(correct_responses|objectives)\.(\d+)\./.exec(field) ?? [];
    if (
      inner &&
      Number(inner) > 0 &&
      ![...this.#page.keys()].some((key) =>
        key.startsWith(`cmi.${collection}.${index}.${list}.${Number(inner) - 1}.`),
      )
    )
      return 201;
    return 0;
  }

  #mistyped(element: string, value: string): number {
    const [, at] =
      /^(cmi\.interactions\.\d+)\.(student_response|correct_responses\.\d+\.pattern)$/.exec(element) ?? [];
    if (!at) return 0;
    const valid = RESPONSES[String(this.#page.get(`${at}.type`))];
    return valid?.test(value) ? 0 : 405;
  }
}
