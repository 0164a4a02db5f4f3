/** The xAPI data model (1.0.3) as it arrives at an LRS. */

export interface Actor {
  objectType?: 'Agent' | 'Group';
  name?: string;
  mbox?: string;
  mbox_sha1sum?: string;
  openid?: string;
  account?: { homePage: string; name: string };
}

type LanguageMap = Readonly<Record<string, string>>;

interface Component {
  id: string;
  description?: LanguageMap;
}

export interface Activity {
  objectType?: 'Activity';
  id: string;
  definition?: {
    type: string;
    name?: LanguageMap;
    description?: LanguageMap;
    interactionType?: string;
    correctResponsesPattern?: readonly string[];
    choices?: readonly Component[];
    source?: readonly Component[];
    target?: readonly Component[];
  };
}

type Extensions = Readonly<Record<string, unknown>>;

interface Result {
  score?: { scaled: number; raw: number; min: number; max: number };
  success?: boolean;
  completion?: boolean;
  response?: string;
  duration?: string;
  extensions?: Extensions;
}

export interface Context {
  registration?: string;
  contextActivities?: Partial<Record<'parent' | 'grouping' | 'category' | 'other', readonly Activity[]>>;
  platform?: string;
  revision?: string;
  extensions?: Extensions;
  [property: string]: unknown;
}

export interface Statement {
  id: string;
  actor: Actor;
  verb: { id: string; display: LanguageMap };
  object: Activity;
  result?: Result;
  context: Context;
  timestamp: string;
  /** Set by the LRS. */
  stored?: string;
}
