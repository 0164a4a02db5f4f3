/** All rules that any vendor's package is held to, by their ids. */
import type { Finding } from '../findings.ts';
import { CONTENT_RULES } from './content.ts';
import { LAUNCH_RULES } from './launch.ts';
import { MANIFEST_RULES } from './manifest.ts';
import { finding, type Found, type Rule } from './rule.ts';
import { XAPI_RULES } from './xapi.ts';
import { ZIP_RULES } from './zip.ts';

/** In the order in which they are explained. */
export const RULE_GROUPS = [
  { title: 'The zip and its names', rules: ZIP_RULES },
  { title: 'SCORM’s manifest, and what it lists', rules: MANIFEST_RULES },
  { title: 'cmi5 and xAPI', rules: XAPI_RULES },
  { title: 'Pages and scripts', rules: CONTENT_RULES },
  { title: 'A launch in the strict LMS (`--launch`)', rules: LAUNCH_RULES },
] as const;

type IdsOf<Group> = Group extends { rules: infer Rules } ? keyof Rules : never;

export type RuleId = IdsOf<(typeof RULE_GROUPS)[number]>;

export const RULES = Object.assign({}, ...RULE_GROUPS.map(({ rules }) => rules)) as Readonly<
  Record<RuleId, Rule>
>;

export function found(id: RuleId, message: string, where: Found = {}): Finding {
  return finding(id, RULES[id], message, where);
}
