/**
 * A strict SCORM 2004 LMS: it refuses what any of the LMSs looked at refuses, by rules written here from the standard
 * (RTE 4.2), never by the project's own formats. It stores as Moodle does: every commit sends the whole model, and
 * nothing comes back at the next launch unless the last stored exit is `suspend`.
 */
import { rows, type Call, type Fault, type LaunchFacts, type Seen } from './scorm.ts';

interface Rule {
  mode: 'r' | 'w' | 'rw';
  valid?: RegExp;
  range?: readonly [number, number];
  /** Reads as this, where it was never set; else error 403. */
  initial?: string;
}

const REAL = /^-?\d{1,5}(\.\d{1,7})?$/;
const IDENTIFIER = /^[A-Za-z0-9_]{1,250}$/;
/** No line break, no brace that would open a language tag. */
const LINE = /^[^{\r\n][^\r\n]{0,249}$/;
const DURATION = /^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/;
const TIMESTAMP =
  /^(19[7-9]\d|20[0-2]\d|203[0-8])-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2}Z?)?$/;
const COMPLETION = {
  mode: 'rw',
  valid: /^(completed|incomplete|not attempted|unknown)$/,
  initial: 'unknown',
} as const;
const SUCCESS = { mode: 'rw', valid: /^(passed|failed|unknown)$/, initial: 'unknown' } as const;
const SCALED = { mode: 'rw', valid: REAL, range: [-1, 1] } as const;
const NUMBER = { mode: 'rw', valid: REAL } as const;
const READ: Rule = { mode: 'r' };

const RULES: Readonly<Record<string, Rule>> = {
  'cmi._version': READ,
  'cmi.completion_status': COMPLETION,
  'cmi.success_status': SUCCESS,
  'cmi.credit': READ,
  'cmi.entry': READ,
  'cmi.exit': { mode: 'w', valid: /^(time-out|suspend|logout|normal|)$/ },
  'cmi.learner_id': READ,
  'cmi.learner_name': READ,
  'cmi.learner_preference._children': READ,
  'cmi.learner_preference.language': {
    mode: 'rw',
    valid: /^([a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})?)?$/,
    initial: '',
  },
  'cmi.location': { mode: 'rw', valid: /^.{0,1000}$/ },
  'cmi.mode': READ,
  'cmi.progress_measure': { mode: 'rw', valid: REAL, range: [0, 1] },
  'cmi.scaled_passing_score': READ,
  'cmi.score._children': READ,
  'cmi.score.scaled': SCALED,
  'cmi.score.raw': NUMBER,
  'cmi.score.min': NUMBER,
  'cmi.score.max': NUMBER,
  'cmi.session_time': { mode: 'w', valid: DURATION },
  'cmi.suspend_data': { mode: 'rw', valid: /^[\x20-\x7e]{0,64000}$/ },
  'cmi.total_time': READ,
  'cmi.objectives._children': READ,
  'cmi.objectives._count': READ,
  'cmi.objectives.n.id': { mode: 'rw', valid: IDENTIFIER },
  'cmi.objectives.n.score._children': READ,
  'cmi.objectives.n.score.scaled': SCALED,
  'cmi.objectives.n.score.raw': NUMBER,
  'cmi.objectives.n.score.min': NUMBER,
  'cmi.objectives.n.score.max': NUMBER,
  'cmi.objectives.n.success_status': SUCCESS,
  'cmi.objectives.n.completion_status': COMPLETION,
  'cmi.objectives.n.progress_measure': { mode: 'rw', valid: REAL, range: [0, 1] },
  'cmi.objectives.n.description': { mode: 'rw', valid: LINE },
  'cmi.interactions._children': READ,
  'cmi.interactions._count': READ,
  'cmi.interactions.n.id': { mode: 'rw', valid: IDENTIFIER },
  'cmi.interactions.n.type': {
    mode: 'rw',
    valid: /^(true-false|choice|fill-in|long-fill-in|matching|performance|sequencing|likert|numeric|other)$/,
  },
  'cmi.interactions.n.objectives._count': READ,
  'cmi.interactions.n.objectives.n.id': { mode: 'rw', valid: IDENTIFIER },
  'cmi.interactions.n.timestamp': { mode: 'rw', valid: TIMESTAMP },
  'cmi.interactions.n.correct_responses._count': READ,
  'cmi.interactions.n.correct_responses.n.pattern': { mode: 'rw' },
  'cmi.interactions.n.weighting': NUMBER,
  'cmi.interactions.n.learner_response': { mode: 'rw' },
  'cmi.interactions.n.result': {
    mode: 'rw',
    valid: /^(correct|incorrect|unanticipated|neutral|-?\d{1,4}(\.\d{1,7})?)$/,
  },
  'cmi.interactions.n.latency': { mode: 'rw', valid: DURATION },
  'cmi.interactions.n.description': { mode: 'rw', valid: LINE },
  'adl.nav.request': {
    mode: 'rw',
    valid: /^(previous|continue|exit|exitAll|abandon|abandonAll|suspendAll|_none_)$/,
  },
};

const CHILDREN: Readonly<Record<string, string>> = {
  'cmi.score': 'scaled,raw,min,max',
  'cmi.objectives': 'progress_measure,completion_status,success_status,description,score,id',
  'cmi.interactions':
    'id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description',
  'cmi.learner_preference': 'audio_level,language,delivery_speed,audio_captioning',
};

const SHORT = '[A-Za-z0-9_]{1,250}';
const list = (member: string): RegExp => new RegExp(`^${member}(\\[,\\]${member})*$`);
const RESPONSES: Readonly<Record<string, RegExp>> = {
  choice: list(SHORT),
  sequencing: list(SHORT),
  'true-false': /^(true|false)$/,
  matching: list(`${SHORT}\\[\\.\\]${SHORT}`),
  'fill-in': /^[^{}[\]\r\n]{1,250}$/,
};

export class StrictScorm2004 {
  fault: Fault | undefined;
  readonly calls: Call[] = [];
  readonly #facts: LaunchFacts;
  readonly #server: Map<string, string>;
  readonly #page: Map<string, string>;
  #error = 0;
  #state: 'before' | 'running' | 'terminated' = 'before';
  #opened = 0;
  #closed = 0;
  #commits = 0;
  readonly #mode: string;
  readonly #credit: string;

  constructor(facts: LaunchFacts = {}, server = new Map<string, string>()) {
    this.#facts = facts;
    this.#server = server;
    // Reviewed is what was completed, whatever the success
    const over = server.get('cmi.completion_status') === 'completed';
    if (server.get('cmi.exit') !== 'suspend') server.clear();
    this.#page = new Map(server);
    this.#page.delete('cmi.session_time');
    this.#page.delete('adl.nav.request');
    this.#mode = facts.mode ?? (over ? 'review' : 'normal');
    this.#credit = facts.credit ?? (this.#mode === 'normal' ? 'credit' : 'no-credit');
  }

  /** The next launch of the same attempt, with what the server gives back. */
  relaunch(facts: LaunchFacts = {}): StrictScorm2004 {
    return new StrictScorm2004({ ...this.#facts, ...facts }, this.#server);
  }

  /** The next launch after somebody reset the attempt. */
  newAttempt(facts: LaunchFacts = {}): StrictScorm2004 {
    return new StrictScorm2004({ ...this.#facts, ...facts });
  }

  get scope(): { API_1484_11: StrictScorm2004['api'] } {
    return { API_1484_11: this.api };
  }

  /** Calls that were refused; a failing server (101) is none, and reading what was never set is none either. */
  get refusals(): Call[] {
    return this.calls.filter(
      ({ name, error }) => error !== 0 && error !== 101 && !(name === 'GetValue' && error === 403),
    );
  }

  seen(): Seen {
    const data = this.#server;
    const raw = data.get('cmi.score.raw');
    const [scaled, progress, navigation] = [
      'cmi.score.scaled',
      'cmi.progress_measure',
      'adl.nav.request',
    ].map((element) => data.get(element));
    return {
      opened: this.#opened,
      closed: this.#closed,
      commits: this.#commits,
      completion: (data.get('cmi.completion_status') ?? 'unknown') as Seen['completion'],
      success: (data.get('cmi.success_status') ?? 'unknown') as Seen['success'],
      score:
        raw === undefined
          ? undefined
          : {
              raw,
              min: data.get('cmi.score.min') ?? '',
              max: data.get('cmi.score.max') ?? '',
              ...(scaled !== undefined && { scaled }),
            },
      saved: data.get('cmi.suspend_data') ?? '',
      location: data.get('cmi.location') ?? '',
      ...(progress !== undefined && { progress }),
      resumable: data.get('cmi.exit') === 'suspend',
      time: data.get('cmi.session_time') ?? '',
      objectives: rows(data, 'objectives'),
      interactions: rows(data, 'interactions'),
      ...(navigation !== undefined && { navigation }),
    };
  }

  readonly api = {
    version: '1.0',
    Initialize: (parameter: string): string =>
      this.#answer('Initialize', parameter, '', () => {
        if (parameter !== '') return 201;
        if (this.#state === 'running') return 103;
        if (this.#state === 'terminated') return 104;
        this.#state = 'running';
        this.#opened++;
        return 0;
      }),
    Terminate: (parameter: string): string =>
      this.#answer('Terminate', parameter, '', () => {
        if (parameter !== '') return 201;
        if (this.#state !== 'running') return this.#state === 'before' ? 112 : 113;
        const error = this.#send();
        if (error !== 0) return error;
        this.#state = 'terminated';
        this.#closed++;
        return 0;
      }),
    Commit: (parameter: string): string =>
      this.#answer('Commit', parameter, '', () => {
        if (parameter !== '') return 201;
        if (this.#state !== 'running') return this.#state === 'before' ? 142 : 143;
        this.#commits++;
        return this.#send();
      }),
    GetValue: (element: string): string => {
      let value = '';
      this.#answer('GetValue', element, '', () => {
        const found = this.#read(element);
        if (typeof found === 'number') return found;
        value = found;
        return 0;
      });
      return value;
    },
    SetValue: (element: string, value: string): string =>
      this.#answer('SetValue', element, value, () => this.#set(element, value)),
    GetLastError: (): string => {
      this.#record('GetLastError', '', '', 0);
      return String(this.#error);
    },
    GetErrorString: (code: string): string => `Error ${code}`,
    GetDiagnostic: (code: string): string => `Error ${code}`,
  };

  #record(name: string, element: string, value: string, error: number): void {
    this.calls.push({ name, element, value, error });
    if (this.fault === 'throws') throw new Error('The frame of the LMS is gone');
  }

  #answer(name: string, element: string, value: string, act: () => number): string {
    if (this.fault === 'throws') this.#record(name, element, value, 101);
    this.#error = act();
    this.#record(name, element, value, this.#error);
    if (this.fault === 'contradicts' && name === 'Commit') return 'false';
    return this.#error === 0 ? 'true' : 'false';
  }

  #send(): number {
    if (this.fault === 'refuses' || this.fault === 'session-lost') return 101;
    if (this.fault === 'offline') return 0;
    for (const [element, value] of this.#page) this.#server.set(element, value);
    return 0;
  }

  #lacks(element: string): boolean {
    return (this.#facts.without ?? []).some((part) => element.startsWith(part));
  }

  #read(element: string): string | number {
    if (this.#state !== 'running') return this.#state === 'before' ? 122 : 123;
    if (this.#lacks(element)) return 402;
    const rule = RULES[element.replace(/\.\d+(?=\.)/g, '.n')];
    if (!rule) return /\._(count|children)$/.test(element) ? 301 : 401;
    if (rule.mode === 'w') return 405;
    const parent = element.replace(/\._\w+$/, '');
    if (element.endsWith('._children')) return CHILDREN[parent] ?? 'scaled,raw,min,max';
    if (element.endsWith('._count')) return String(this.#count(parent));
    switch (element) {
      case 'cmi.learner_id':
        return this.#facts.learnerId ?? '';
      case 'cmi.learner_name':
        return this.#facts.learnerName ?? '';
      case 'cmi.mode':
        return this.#mode;
      case 'cmi.credit':
        return this.#credit;
      case 'cmi.entry':
        return this.#server.size > 0 ? 'resume' : 'ab-initio';
      case 'cmi.learner_preference.language':
        return this.#facts.language ?? '';
      case 'cmi.scaled_passing_score':
        return this.#facts.passMark === undefined ? 403 : String(this.#facts.passMark / 100);
      default:
        return this.#page.get(element) ?? rule.initial ?? 403;
    }
  }

  #count(collection: string): number {
    const indexes = new Set<string>();
    for (const element of this.#page.keys()) {
      if (element.startsWith(`${collection}.`))
        indexes.add(element.slice(collection.length + 1).split('.')[0] ?? '');
    }
    return indexes.size;
  }

  #set(element: string, given: string): number {
    if (this.#state !== 'running') return this.#state === 'before' ? 132 : 133;
    if (this.#lacks(element)) return 402;
    const rule = RULES[element.replace(/\.\d+(?=\.)/g, '.n')];
    if (!rule) return 401;
    if (rule.mode === 'r') return 404;
    if (typeof given !== 'string') return 406;
    if (rule.valid && !rule.valid.test(given)) return 406;
    if (rule.range && (Number(given) < rule.range[0] || Number(given) > rule.range[1])) return 407;
    const error = this.#misplaced(element, given) || this.#mistyped(element, given);
    if (error) return error;
    if (/\.interactions\.\d+\.type$/.test(element)) this.#forgetPatterns(element.replace(/\.type$/, ''));
    this.#page.set(element, element === 'cmi.suspend_data' ? given.slice(0, this.#facts.cutsAt) : given);
    return 0;
  }

  #forgetPatterns(interaction: string): void {
    for (const key of this.#page.keys())
      if (key.startsWith(`${interaction}.correct_responses.`)) this.#page.delete(key);
  }

  /** Rows come one after the other, begin with their id, and an objective's id is its own for ever. */
  #misplaced(element: string, value: string): number {
    const steps = [...element.matchAll(/(.+?)\.(\d+)(?=\.)/g)];
    let parent = '';
    for (const [whole = '', , index] of steps) {
      const collection = (parent + whole).replace(/\.\d+$/, '');
      if (Number(index) > this.#count(collection)) return 351;
      parent += whole;
    }
    if (steps.length === 0) return 0;
    const first = element.replace(/^(cmi\.\w+\.\d+)\..*$/, '$1.id');
    if (element !== first && !this.#page.has(first)) return 408;
    if (!/objectives\.\d+\.id$/.test(element)) return 0;
    const had = this.#page.get(element);
    if (had !== undefined && had !== value && element.startsWith('cmi.objectives')) return 351;
    const siblings = element.replace(/\d+\.id$/, '');
    for (const [other, id] of this.#page) {
      if (other !== element && other.startsWith(siblings) && other.endsWith('.id') && id === value)
        return 351;
    }
    return 0;
  }

  #mistyped(element: string, value: string): number {
    const [, at, field] =
      /^(cmi\.interactions\.\d+)\.(learner_response|correct_responses\.\d+\.pattern)$/.exec(element) ?? [];
    if (!at || !field) return 0;
    const type = this.#page.get(`${at}.type`);
    if (type === undefined) return 408;
    if (!RESPONSES[type]?.test(value)) return 406;
    const parts = value.split('[,]');
    if (parts.length > 36) return 351;
    if (type === 'choice' && new Set(parts).size < parts.length) return 406;
    if (type === 'choice' && field.startsWith('correct')) {
      for (const [other, pattern] of this.#page) {
        if (other.startsWith(`${at}.correct_responses.`) && pattern === value) return 351;
      }
    }
    return 0;
  }
}
