/** The parts of the xAPI data model (1.0.3) that this course uses. */

export interface Actor {
  objectType?: 'Agent' | 'Group';
  name?: string;
  mbox?: string;
  mbox_sha1sum?: string;
  openid?: string;
  account?: { homePage: string; name: string };
}

/** A language map: text by BCP 47 tag. */
export type LanguageMap = Readonly<Record<string, string>>;

export interface Component {
  id: string;
  description?: LanguageMap;
}

export interface Definition {
  type: string;
  name?: LanguageMap;
  description?: LanguageMap;
  interactionType?: string;
  correctResponsesPattern?: readonly string[];
  choices?: readonly Component[];
  source?: readonly Component[];
  target?: readonly Component[];
}

export interface Activity {
  objectType?: 'Activity';
  id: string;
  definition?: Definition;
}

export type Extensions = Readonly<Record<string, unknown>>;

export interface Score {
  scaled: number;
  raw: number;
  min: number;
  max: number;
}

interface Result {
  score?: Score;
  success?: boolean;
  completion?: boolean;
  response?: string;
  /** ISO 8601, at most two decimals. */
  duration?: string;
  extensions?: Extensions;
}

export type ContextActivities = Partial<
  Record<'parent' | 'grouping' | 'category' | 'other', readonly Activity[]>
>;

export interface Context {
  registration?: string;
  contextActivities?: ContextActivities;
  platform?: string;
  revision?: string;
  extensions?: Extensions;
  [property: string]: unknown;
}

/** All but the actor, who is put in when it is sent: nobody's name is kept on the device. */
export interface BareStatement {
  id: string;
  verb: { id: string; display: LanguageMap };
  object: Activity;
  result?: Result;
  context: Context;
  /** UTC, with `Z`. Set from the start: with it the same statement may be sent again. */
  timestamp: string;
}

export interface Statement extends BareStatement {
  actor: Actor;
}

/** What is talked about, as data: kept with a statement whose words were not all loaded when it was made. */
export type About =
  | { of: 'course' }
  | { of: 'lesson'; lesson: string }
  | { of: 'assessment' }
  | { of: 'try'; number: number }
  | { of: 'objective'; id: string }
  | { of: 'item'; id: string }
  | { of: 'block'; lesson: string; id: string };
