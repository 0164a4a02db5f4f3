/** What the launch parameters connect with: the part in which an xAPI package and cmi5 differ. */
import type { LaunchMode } from '../../learning/types.ts';
import type { WebStorage } from '../device/storage.ts';
import type { DriverOptions, Problem } from '../record.ts';
import type { Client, Fetch } from './client.ts';
import type { Setting } from './context.ts';
import type { Actor } from './types.ts';

/** What a driver's `createDriver` takes beside the common options; a browser's own things where left out. */
export interface LrsOptions extends DriverOptions {
  /** The query of the page's address. */
  search?: string;
  fetch?: Fetch;
  /** sessionStorage. Null: there is none. */
  tabStorage?: WebStorage | null;
  /** 0 to 1: for back-off. */
  random?: () => number;
  /** The language that the learner is reading in. */
  language?: () => string | undefined;
  /** Runs alone among the tabs of the browser. */
  lock?: <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;
}

/** Who talks to whom, before anything was read. */
export interface Connection {
  client: Client;
  endpoint: string;
  actor: Actor;
  activity: string;
  registration?: string | undefined;
  /** As the launch spells it, where the LRS takes it in another form alone. */
  spelled?: string;
  /** The launch need name no registration: one that is no UUID may get one. */
  isFree?: boolean;
  /** An address of the LMS or LRS is not https (loopback aside). */
  unencrypted: boolean;
  /** Where the LMS says what the launch is about. Rejects where the session can't be. */
  facts(): Promise<Facts>;
}

export interface Facts {
  mode: LaunchMode;
  setting: Omit<Setting, 'since'>;
  returnUrl?: string | undefined;
  language?: string | undefined;
  marks: Marks;
  /**
   * Whether closing the page ends the session. Not in cmi5: a reload is no exit, the LMS takes nothing after
   * `terminated`, and nobody can tell a reload from a closed window; the LMS abandons a session that was left open.
   */
  pageEnds: boolean;
}

/** What was said in this session, kept over a reload where a session lasts longer than a page. */
export interface Marks {
  has(mark: Mark): boolean;
  set(mark: Mark): void;
  /** The session is over and everything is delivered: its credential goes. */
  forget(): void;
}

/** `judged`: passed or failed was sent. Open tabs hold these words. */
export type Mark = 'initialized' | 'judged' | 'terminated';

/** Why there is no session. */
export class LaunchRefused extends Error {
  readonly problem: Problem;
  /** A moment later there may be one. */
  readonly mayPass: boolean;
  constructor(problem: Problem, mayPass = false) {
    super(problem.detail);
    this.problem = problem;
    this.mayPass = mayPass;
  }
}

/** An absolute address of any kind (`URL.canParse` came with Firefox 115). */
export function addressOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** An absolute http(s) address; anything else is none (`javascript:` among them). */
export function webAddress(text: string | null | undefined): URL | undefined {
  const address = text ? addressOf(text) : undefined;
  return address && /^https?:$/.test(address.protocol) ? address : undefined;
}

export const isPrivate = (address: URL): boolean =>
  address.protocol === 'https:' || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(address.hostname);
