/** Tells each call in plain words, in order: what a course said before decides what it says now. */
import type { Call } from '../shapes.ts';
import type { Line } from './line.ts';
import { nameOf, partWords, settingWords, short, type Worded } from './element-words.ts';
import { readable, responseWords, resultWord, timeWords } from './report-words.ts';
import { requestWords } from './request-words.ts';

export class Narrator {
  /** What was set last, by element; of the documents of an LRS what they hold, by resource and name. */
  readonly #set: Map<string, string>;
  /** Something was set anew since the last commit. */
  #isChanged = false;

  /** @param held what the LMS holds when the course begins */
  constructor(held: Readonly<Record<string, string>> = {}) {
    this.#set = new Map(Object.entries(held));
  }

  tell(call: Call): Line {
    if (/^[A-Z]+ /.test(call.name)) return this.#request(call);
    const name = call.name.replace(/^LMS/, '');
    const trouble = troubleOf(name, call);
    if (name !== 'SetValue')
      return { call, ...this.#plain(name, call), changed: this.#isNews(name, trouble), trouble };
    const changed = this.#set.get(call.element) !== call.value;
    if (!trouble) {
      this.#set.set(call.element, call.value);
      this.#isChanged ||= changed;
    }
    const worded = this.#setting(call.element, call.value);
    return { call, ...worded, words: trouble ? `tried: ${worded.words}` : worded.words, changed, trouble };
  }

  /** A document that the LRS holds already is no news; statements are, and what is added to a document. */
  #request(call: Call): Line {
    const worded = requestWords(call);
    const [method = '', resource = ''] = call.name.split(' ');
    const key = `${resource} ${call.element}`;
    const changed = worded.changed && !(method === 'PUT' && this.#set.get(key) === call.value);
    if (!worded.trouble && method === 'PUT') this.#set.set(key, call.value);
    else if (!worded.trouble && changed) this.#set.delete(key);
    return { call, ...worded, changed };
  }

  /** A commit of what was stored already tells the LMS nothing. */
  #isNews(name: string, trouble: string): boolean {
    if (name.startsWith('Get')) return false;
    const news = name !== 'Commit' || this.#isChanged;
    if (name === 'Commit' && !trouble) this.#isChanged = false;
    return news;
  }

  #plain(name: string, { element, answer }: Call): Worded {
    switch (name) {
      case 'Initialize':
        return { topic: 'session', words: 'began the session' };
      case 'Finish':
      case 'Terminate':
        return { topic: 'session', words: 'ended the session' };
      case 'Commit':
        return { topic: 'session', words: 'committed: asked the LMS to store it all' };
      case 'GetValue':
        return { topic: 'reads', words: `read ${nameOf(element)}: ${short(answer)}` };
      case 'GetLastError':
        return { topic: 'reads', words: `asked for the last error: ${errorWords(answer)}` };
      default:
        return {
          topic: 'reads',
          words: `asked what error ${element || 'there was'} means: ${short(answer)}`,
        };
    }
  }

  #setting(element: string, value: string): Worded {
    const [, collection, index = '', field = ''] =
      /^cmi\.(interactions|objectives)\.(\d+)\.(.+)$/.exec(element) ?? [];
    if (collection === 'interactions')
      return { topic: 'answers', words: this.#answering(index, field, value) };
    if (collection === 'objectives') return { topic: 'objectives', words: this.#aiming(index, field, value) };
    return settingWords(element, value);
  }

  #answering(index: string, field: string, value: string): string {
    const about = this.#named('interactions', index, `question ${Number(index) + 1}`);
    if (field === 'id') return `answer ${Number(index) + 1} is about ${readable(value)}`;
    if (field === 'result') return `answer to ${about}: ${value === '' ? 'no verdict' : resultWord(value)}`;
    if (field.endsWith('_response')) return `answered ${about} with ${short(responseWords(value))}`;
    if (field.endsWith('.pattern')) return `right answer to ${about}: ${short(responseWords(value))}`;
    if (field === 'description') return `${about} asks: ${short(value)}`;
    if (field === 'time' || field === 'timestamp') return `${about} was answered at ${short(value)}`;
    if (field === 'latency') return `${about} took ${timeWords(value)}`;
    if (field === 'weighting') return `${about} counts ${short(value)}`;
    if (/^objectives\.\d+\.id$/.test(field)) return `${about} belongs to objective ${readable(value)}`;
    return `${about}: ${partWords(field)} is ${short(value)}`;
  }

  #aiming(index: string, field: string, value: string): string {
    const about = this.#named('objectives', index, `number ${Number(index) + 1}`);
    if (field === 'id') return `objective ${Number(index) + 1} is ${readable(value)}`;
    if (field.endsWith('status')) return `objective ${about}: ${short(value)}`;
    if (field === 'description') return `objective ${about} says: ${short(value)}`;
    return `objective ${about}: ${partWords(field)} is ${short(value)}`;
  }

  #named(collection: string, index: string, otherwise: string): string {
    const id = this.#set.get(`cmi.${collection}.${index}.id`);
    return id ? readable(id) : otherwise;
  }
}

/** Reading what was never set is worded by an error in SCORM 2004, and is none. */
function troubleOf(name: string, { error, answer }: Call): string {
  if (error === -1) return answer.startsWith('threw') ? answer : 'the API is gone';
  if (error === 0)
    return answer === 'false' && !name.startsWith('Get') ? 'answered "false" without an error' : '';
  if (name === 'GetValue' && error === 403) return '';
  return `refused with error ${error}${ERRORS[error] ? `: ${ERRORS[error]}` : ''}`;
}

function errorWords(code: string): string {
  if (code === '0') return 'none';
  const means = ERRORS[Number(code)];
  return `${short(code)}${means ? ` (${means})` : ''}`;
}

const ERRORS: Readonly<Record<number, string>> = {
  101: 'the LMS failed',
  103: 'the session had begun already',
  104: 'the session was over already',
  201: 'the call is not as the standard has it',
  301: 'the session is not open (or this can not be read)',
  351: 'this can not be set',
  401: 'the LMS does not know this element',
  403: 'it can only be read (1.2), or was never set (2004)',
  404: 'it can only be written (1.2), or only read (2004)',
  405: 'the value has the wrong form',
  406: 'the value has the wrong form',
  407: 'the value is out of its range',
  408: 'something must be set before it',
};
