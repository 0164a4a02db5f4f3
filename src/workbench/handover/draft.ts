/** What stands in the form, and what of it is a choice: only what differs from the course's own. */
import type { CompiledCourse } from '../../../packaging/compile/types.ts';
import { choicesSchema, type Choices } from '../../../packaging/pack/choices.ts';
import { SHEETS } from '../../../packaging/sheets/lms/index.ts';
import type { CompletionRule, Lms } from '../../course/compiled.ts';

/** As a form gives it: texts and ticked boxes. */
export interface Draft {
  lms: Lms;
  standard: string;
  title: string;
  organisation: string;
  accent: string;
  gating: string;
  passMark: string;
  tries: string;
  completion: readonly string[];
  /** The first is the default. */
  languages: readonly string[];
  logo?: { name: string; bytes: Uint8Array };
}

export type Faults = { [name in keyof Choices]?: string };

export const COMPLETIONS = [
  'lessons',
  'checks',
  'assessment',
] as const satisfies readonly (keyof CompletionRule)[];

/** The course as it is, for any LMS. */
export function draftOf({ structure, texts }: CompiledCourse): Draft {
  const { languages, organisation, gating, assessment, completion } = structure;
  return {
    lms: 'generic',
    standard: SHEETS.generic.packages[0].standard,
    title: texts[languages[0] ?? '']?.title ?? '',
    organisation: organisation?.name ?? '',
    accent: '',
    gating,
    passMark: String(assessment?.passMark ?? ''),
    tries: String(assessment?.tries ?? ''),
    completion: COMPLETIONS.filter((name) => completion[name]),
    languages,
  };
}

/** Each choice is looked at by itself, so that a fault stands beside its field. */
export function choicesOf(draft: Draft, own: Draft): { choices: Choices; faults: Faults } {
  const given: Record<keyof Choices, unknown> = {
    ...changed(draft, own, ['title', 'organisation', 'gating', 'completion', 'languages']),
    accent: draft.accent || undefined,
    passMark: draft.passMark === own.passMark ? undefined : numberOf(draft.passMark),
    tries: draft.tries === own.tries ? undefined : numberOf(draft.tries),
    lms: draft.lms === 'generic' ? undefined : draft.lms,
    logo: draft.logo,
    standards: [draft.standard],
  };
  const choices: Record<string, unknown> = {};
  const faults: Faults = {};
  for (const [name, value] of Object.entries(given) as [keyof Choices, unknown][]) {
    if (value === undefined) continue;
    const { data, error } = choicesSchema.safeParse({ [name]: value });
    if (data) choices[name] = data[name];
    else faults[name] = `This takes ${error.issues[0]?.message ?? 'something else'}.`;
  }
  return { choices, faults };
}

function changed<K extends 'title' | 'organisation' | 'gating' | 'completion' | 'languages'>(
  draft: Draft,
  own: Draft,
  names: readonly K[],
): Record<K, unknown> {
  const values = names.map((name) => [name, same(draft[name], own[name]) ? undefined : draft[name]]);
  return Object.fromEntries(values) as Record<K, unknown>;
}

const same = (one: string | readonly string[], other: string | readonly string[]): boolean =>
  String(one) === String(other);

const numberOf = (text: string): string | number => (/^\d{1,9}$/.test(text) ? Number(text) : text);

/** @param own gives what the form doesn't ask of this course */
export function draftFrom(data: FormData, own: Draft, logo: Draft['logo']): Draft {
  const text = (name: Exclude<keyof Draft, 'logo' | 'languages' | 'completion'>): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : own[name];
  };
  const several = (name: string): string[] => data.getAll(name).filter((value) => typeof value === 'string');
  const ticked = several('languages');
  const first = data.get('first');
  const isAsked = own.languages.length > 1;
  const ordered = [...ticked].sort((a, b) => Number(b === first) - Number(a === first));
  return {
    lms: text('lms') as Lms,
    standard: text('standard'),
    title: text('title'),
    organisation: text('organisation'),
    accent: text('accent'),
    gating: text('gating'),
    passMark: text('passMark'),
    tries: text('tries'),
    completion: several('completion'),
    languages: isAsked ? ordered : own.languages,
    ...(logo && { logo }),
  };
}
