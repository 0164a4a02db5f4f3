/** What stands in the form, and what of it is a choice: only what differs from the course's own. */
import type { CompiledCourse } from '../../../packaging/compile/types.ts';
import { choicesSchema, type Choices } from '../../../packaging/pack/choices.ts';
import { SHEETS } from '../../../packaging/sheets/lms/index.ts';
import type { Lms } from '../../course/compiled.ts';
import { CONDITION_NAMES, SETTING_NAMES, valueOf, type SettingName } from '../../course/settings.ts';

/** As a form gives it: texts and ticked boxes. */
export interface Draft extends Readonly<Record<SettingName, string>> {
  lms: Lms;
  standard: string;
  completion: readonly string[];
  /** The first is the default. */
  languages: readonly string[];
  logo?: { name: string; bytes: Uint8Array };
}

export type Faults = { [name in keyof Choices]?: string };

/** The course as it is, for any LMS. */
export function draftOf({ structure, texts }: CompiledCourse): Draft {
  const { languages, organisation, assessment, completion } = structure;
  const own: Readonly<Record<string, unknown>> = {
    ...structure,
    ...assessment,
    title: texts[languages[0] ?? '']?.title,
    organisation: organisation?.name,
    lms: 'generic',
  };
  return {
    ...eachSetting((name) => asText(own[name])),
    standard: SHEETS.generic.packages[0].standard,
    completion: CONDITION_NAMES.filter((name) => completion[name]),
    languages,
  };
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const eachSetting = (text: (name: SettingName) => string) =>
  Object.fromEntries(SETTING_NAMES.map((name) => [name, text(name)])) as Record<SettingName, string> & {
    lms: Lms;
  };

/** Each choice is looked at by itself, so that a fault stands beside its field. */
export function choicesOf(draft: Draft, own: Draft): { choices: Choices; faults: Faults } {
  const settings = SETTING_NAMES.filter((name) => draft[name] !== own[name]);
  const lists = (['completion', 'languages'] as const).filter((name) => !same(draft[name], own[name]));
  const given = [
    ...settings.map((name) => [name, valueOf(name, draft[name])] as const),
    ...lists.map((name) => [name, draft[name]] as const),
    ...(draft.logo ? [['logo', draft.logo] as const] : []),
    ['standards', [draft.standard]] as const,
  ];
  const choices: Record<string, unknown> = {};
  const faults: Faults = {};
  for (const [name, value] of given) {
    const { data, error } = choicesSchema.safeParse({ [name]: value });
    if (data) Object.assign(choices, data);
    else faults[name] = `This takes ${error.issues[0]?.message ?? 'something else'}.`;
  }
  return { choices, faults };
}

const same = (one: readonly string[], other: readonly string[]): boolean => String(one) === String(other);

/** @param own gives what the form doesn't ask of this course */
export function draftFrom(data: FormData, own: Draft, logo: Draft['logo']): Draft {
  const text = (name: SettingName | 'standard'): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : own[name];
  };
  const several = (name: string): string[] => data.getAll(name).filter((value) => typeof value === 'string');
  const ticked = several('languages');
  const first = data.get('first');
  const isAsked = own.languages.length > 1;
  const ordered = [...ticked].sort((a, b) => Number(b === first) - Number(a === first));
  return {
    ...eachSetting(text),
    standard: text('standard'),
    completion: several('completion'),
    languages: isAsked ? ordered : own.languages,
    ...(logo && { logo }),
  };
}
