/** What a check found, as text for a person and as data for a machine. */
import { megabytes, placeOf, several, type Finding, type Severity } from './findings.ts';
import type { CheckedPackage } from './package.ts';
import { RULES, type RuleId } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';

const WORDS: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', note: 'Note' };
/** Places that are named in a line; JSON has them all. */
const FEW = 3;

export type Counts = Readonly<Record<Severity, number>>;

export function countBySeverity(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** @param quiet errors and warnings alone, and nothing where there is none */
export function asText(file: string, checked: CheckedPackage, quiet = false): string {
  const shown = checked.findings.filter(({ severity }) => !quiet || severity !== 'note');
  if (quiet && shown.length === 0) return '';
  const counts = countBySeverity(checked.findings);
  const all = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => several(count, severity));
  return [
    `${file}: ${describe(checked)}`,
    ...shown.map(findingText),
    all.length > 0 ? `${all.join(', ')}. ${verdictOf(checked)}` : 'Nothing was found.',
  ].join('\n\n');
}

function describe({ standards, title, files, bytes }: CheckedPackage): string {
  const what = standards.length > 0 ? standards.join(' and ') : 'no package that is known here';
  const named = title ? `, "${title}"` : '';
  const size = `${several(files, 'file')}, ${megabytes(bytes)} unpacked`;
  return files > 0 ? `${what}${named}; ${size}.` : `${what}.`;
}

/** In a sentence, for whoever wants to upload it. */
export function verdictOf({ findings }: CheckedPackage): string {
  const { error, warning } = countBySeverity(findings);
  if (error > 0) return 'Mend the errors before you upload it.';
  if (findings.some(({ id }) => id === 'not-ours')) return 'This check can’t judge it.';
  return warning > 0 ? 'It may work; look at the warnings first.' : 'Nothing speaks against uploading it.';
}

function findingText(finding: Finding): string {
  const { id, severity, message, more = [] } = finding;
  const places = [finding, ...more].map(placeOf).filter((place) => place !== '');
  const others = places.length > FEW ? `, and ${places.length - FEW} more` : '';
  const { why, whom, todo } = RULES[id as RuleId];
  return [
    `${WORDS[severity]} ${id}: ${message}`,
    ...(places.length > 0 ? [`    Where: ${places.slice(0, FEW).join(', ')}${others}`] : []),
    // what is only worth knowing is shown shortly: its page has the rest
    ...(severity === 'note'
      ? [`    What to do: ${todo}`]
      : [`    Why: ${why}`, `    Whom it hits: ${whom}.`, `    What to do: ${todo}`]),
  ].join('\n');
}

/** One stable shape for scripts: whatever is known, with the rule's own words. */
export function asJson(file: string, checked: CheckedPackage): unknown {
  const { findings, ...rest } = checked;
  return {
    file,
    ...rest,
    counts: countBySeverity(findings),
    findings: findings.map((finding) => Object.assign({}, finding, words(finding))),
  };
}

function words({ id }: Finding): Pick<Rule, 'title' | 'why' | 'whom' | 'todo'> {
  const { title, why, whom, todo } = RULES[id as RuleId];
  return { title, why, whom, todo };
}
