/** What a script does that LMSs and browsers mind, by its words: most are minified, and all are read quickly. */

export interface Script {
  unload: readonly number[];
  sync: readonly number[];
  evals: readonly number[];
}

const UNLOAD =
  /addEventListener\(\s*["'`](?:before)?unload["'`]|\.on(?:before)?unload\s*=(?!=)|\.(?:on|bind)\(\s*["'](?:before)?unload\b|\$\((?:window|document)\)\.unload\(/g;
/** The third argument of open is false, or jQuery is told so. */
const SYNC =
  /\.open\(\s*["'](?:GET|POST|PUT|HEAD|get|post)["']\s*,[^;{}()]{1,200}?,\s*(?:false|!1)\s*[,)]|\basync\s*:\s*(?:false|!1)\b/g;
const EVAL = /(?<![.\w$"'`])eval\s*\(|(?<![.\w$"'`])new Function\s*\(/g;

export function readScript(text: string): Script {
  return { unload: linesOf(UNLOAD, text), sync: linesOf(SYNC, text), evals: linesOf(EVAL, text) };
}

/** At most so many of a file. */
const MOST = 20;

function linesOf(form: RegExp, text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let counted = 0;
  for (const { index } of text.matchAll(form)) {
    if (lines.length === MOST) break;
    const start = text.lastIndexOf('\n', index) + 1;
    for (; counted < index; counted++) if (text.charCodeAt(counted) === 10) line++;
    if (!isComment(text.slice(Math.max(start, index - 500), index))) lines.push(line);
  }
  return lines;
}

/** What stands before it in its line; an address has // as well, behind a colon. */
function isComment(before: string): boolean {
  return /(^|[^:"'\\])\/\/[^"']*$/.test(before) || /^\s*\*/.test(before);
}

/** Which of SCORM's two APIs the words of a file belong to. */
export function apisIn(text: string): { v12: boolean; v2004: boolean; any: boolean } {
  const v12 = /\bLMS(Initialize|SetValue|GetValue|Finish|Commit)\b|cmi\.core\./.test(text);
  const v2004 = /API_1484_11|cmi\.(completion_status|success_status|score\.(raw|scaled))/.test(text);
  return { v12, v2004, any: v12 || v2004 || /scorm/i.test(text) };
}
