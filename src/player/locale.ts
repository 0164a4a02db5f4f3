/**
 * The interface's words. One set at a time for the whole page, put in by the shell when a language is chosen; components that hold a
 * `LocaleController` draw themselves anew when it changes.
 */
import { direction } from '../course/direction.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type en from './strings/en.json';

type Whole = keyof typeof en;
type Counted = Whole extends infer K ? (K extends `${infer Base}.other` ? Base : never) : never;

/** Every string of the interface. A test holds the languages to the same keys. One with plurals goes by its base. */
export type StringKey = Whole | Counted;

let strings: Readonly<Record<string, string>> = {};
let tag = 'en';
const hosts = new Set<ReactiveControllerHost>();

/** Puts another language in. Also sets the document's language, and which way it is written. */
export function setLocale(language: string, words: Readonly<Record<string, string>>): void {
  strings = words;
  // more words of the language that stands there already change nothing that is shown
  const isOther = tag !== language;
  tag = language;
  const { documentElement: root } = document;
  // the page comes in the course's first language; which way one is written takes a slow device long to look up
  if (root.lang !== language) {
    root.lang = language;
    root.dir = direction(language);
  }
  if (isOther) for (const host of hosts) host.requestUpdate();
}

export function locale(): string {
  return tag;
}

/** Where the words of a language without a region are at home: the Spanish of `strings/es.json` is that of the United States. */
const HOME: Readonly<Record<string, string>> = { es: 'es-US' };

/** The tag by which numbers, dates and times are written: `83.5` and `5:52 p.m.` in Spanish, unless a course says `es-ES`. */
export function formats(): string {
  return HOME[tag] ?? tag;
}

/** Languages in which 1 alone is one: a slow device takes long to look that up, and the cover waits for it. */
const ONE_ALONE = /^(?:en|es)\b/;

const form = (count: number): string =>
  ONE_ALONE.test(tag) ? (count === 1 ? 'one' : 'other') : new Intl.PluralRules(tag).select(count);

/**
 * The words for a key, with `{name}` replaced. A key with a `count` is looked up as `key.one`, `key.other` by the
 * language's plural rule first.
 */
export function t(key: StringKey, values: Readonly<Record<string, string | number>> = {}): string {
  const { count } = values;
  const plural =
    typeof count === 'number' ? (strings[`${key}.${form(count)}`] ?? strings[`${key}.other`]) : undefined;
  const text = plural ?? strings[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Redraws its host when the language changes. */
export class LocaleController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }
  hostConnected(): void {
    hosts.add(this.host);
  }
  hostDisconnected(): void {
    hosts.delete(this.host);
  }
}
