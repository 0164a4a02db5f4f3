/** What the check's worker tells the page. */
import type { Mended } from '../../../packaging/check/mend.ts';
import type { CheckedPackage } from '../../../packaging/check/package.ts';
import type { Counts } from '../../../packaging/check/report.ts';
import type { Rule } from '../../../packaging/check/rules/rule.ts';

/** What its worker is asked. */
export interface ToCheck {
  file: File;
  /** Whether the mended zip is wanted as well, where that can be had. */
  mends: boolean;
}

export interface Examined {
  checked: CheckedPackage;
  counts: Counts;
  /** What it comes to, in a sentence. */
  verdict: string;
  /** What is said of each finding, by its id. */
  rules: Readonly<Record<string, Rule>>;
}

export type CheckerMessage =
  | { kind: 'share'; doing: 'looking' | 'mending'; share: number }
  | ({ kind: 'examined' } & Examined)
  | { kind: 'mended'; mended: Mended }
  | { kind: 'end' }
  | { kind: 'failed'; why: string };
