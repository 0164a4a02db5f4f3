/** The check and what it needs, which are large: loaded when a file is there to be checked. */
import { mend, NotMended, type Mended } from '../../../packaging/check/mend.ts';
import { checkPackage, type CheckedPackage } from '../../../packaging/check/package.ts';
import { countBySeverity } from '../../../packaging/check/report.ts';
import { RULES, type RuleId } from '../../../packaging/check/rules/index.ts';
import type { Rule } from '../../../packaging/check/rules/rule.ts';
import { fromBlob } from '../../../packaging/check/zip/source.ts';
import { schemas } from './schemas.ts';

export { countBySeverity };

/** Gives the page its turn this often, in milliseconds, so that the bar moves and Cancel is heard. */
const TURN = 50;

export async function check(
  file: File,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<CheckedPackage> {
  let last = 0;
  const source = fromBlob(file);
  return checkPackage(
    {
      size: source.size,
      async read(at, length) {
        if (Date.now() - last > TURN) {
          await new Promise((resolve) => setTimeout(resolve));
          last = Date.now();
        }
        signal.throwIfAborted();
        return source.read(at, length);
      },
    },
    { schemas, signal, progress: (done, all) => progress(all === 0 ? 1 : done / all) },
  );
}

/** Undefined where there is nothing that writing it anew would put right. */
export async function mended(file: File): Promise<Mended | undefined> {
  try {
    const made = await mend(fromBlob(file));
    return made.did.length > 0 ? made : undefined;
  } catch (error) {
    if (error instanceof NotMended) return undefined;
    throw error;
  }
}

export const ruleOf = (id: string): Rule => RULES[id as RuleId];
