/** Whether a browser could read a script at all. */
import { parse } from 'acorn';

/** Minified libraries above this are seldom broken, and long to read. */
const MOST = 2 ** 20;

/** What is wrong with it; undefined where it reads as a module or a classic script. */
export function syntaxFault(text: string): string | undefined {
  if (text.length > MOST) return undefined;
  let fault: unknown;
  for (const sourceType of ['script', 'module'] as const) {
    try {
      parse(text, {
        ecmaVersion: 'latest',
        sourceType,
        allowHashBang: true,
        allowReturnOutsideFunction: false,
      });
      return undefined;
    } catch (error) {
      fault ??= error;
    }
  }
  return fault instanceof Error ? fault.message : String(fault);
}
