/** The check of one file, and the mended zip where that can be had: what runs in the worker. */
import { mend, NotMended } from '../../../packaging/check/mend.ts';
import { checkPackage } from '../../../packaging/check/package.ts';
import { countBySeverity, verdictOf } from '../../../packaging/check/report.ts';
import { RULES, type RuleId } from '../../../packaging/check/rules/index.ts';
import { todoOnPage, type Rule } from '../../../packaging/check/rules/rule.ts';
import { fromBlob } from '../../../packaging/check/zip/source.ts';
import { schemas } from './schemas.ts';
import type { CheckerMessage, ToCheck } from './messages.ts';

/** What would make the zip good, where writing it anew does. */
const MENDABLE = new Set([
  'zip-around',
  'zip-folder',
  'zip-nested',
  'manifest-case',
  'zip-mac',
  'file-backslash',
]);
/** Milliseconds: the bar needn't move more often. */
const OFTEN = 50;

type Post = (message: CheckerMessage) => void;

export async function examine({ file, mends }: ToCheck, post: Post): Promise<void> {
  const looking = seldom('looking', post);
  const checked = await checkPackage(fromBlob(file), {
    schemas,
    progress: (done, all) => looking(all === 0 ? 1 : done / all),
  });
  const rules = Object.fromEntries(checked.findings.map(({ id }) => [id, onPage(RULES[id as RuleId])]));
  post({
    kind: 'examined',
    checked,
    counts: countBySeverity(checked.findings),
    verdict: verdictOf(checked),
    rules,
  });
  if (mends && checked.findings.some(({ id }) => MENDABLE.has(id))) await putRight(file, post);
}

function onPage(rule: Rule): Rule {
  return { ...rule, todo: todoOnPage(rule) };
}

async function putRight(file: File, post: Post): Promise<void> {
  try {
    const mended = await mend(fromBlob(file), seldom('mending', post));
    // nothing was done: writing it anew would put nothing right
    if (mended.did.length > 0) post({ kind: 'mended', mended });
  } catch (error) {
    if (!(error instanceof NotMended)) throw error;
  }
}

function seldom(doing: 'looking' | 'mending', post: Post): (share: number) => void {
  let last = 0;
  return (share) => {
    if (Date.now() - last < OFTEN) return;
    last = Date.now();
    post({ kind: 'share', doing, share });
  };
}
