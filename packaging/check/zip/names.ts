/** Names in a package: what servers and systems can't hold, and what shouldn't have come along. */
import type { Finding } from '../findings.ts';
import type { PackedFile } from './archive.ts';
import { counted } from './entries.ts';

/** What Windows can't hold, and what means something else in an address. */
const ODD = /[*:<>|"?#%\p{Cc}]|[. ](\/|$)|(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.[^/]*)?(\/|$)/iu;
const LONG = 200;
const MAC = /^__MACOSX\/|(^|\/)\.DS_Store$|(^|\/)\._[^/]*$/;
const LEFTOVER =
  /(^|\/)(\.git|\.svn|\.idea|\.vscode|node_modules)\/|(^|\/)(thumbs\.db|desktop\.ini|\.gitignore|package-lock\.json)$/i;
const SERVER = /\.(php\d?|phtml|aspx?|jspx?|cgi)$/i;
/** Programs of the author’s tools; a few LMSs refuse these, too. */
const TOOLS = /\.(pl|py|rb|sh|bat|cmd|exe|dll)$/i;

export function isMacs(name: string): boolean {
  return MAC.test(name);
}

export function checkNames(files: readonly PackedFile[]): Finding[] {
  const names = files.map(({ name }) => name).filter((name) => !isMacs(name) && !LEFTOVER.test(name));
  const those = (form: RegExp): string[] => names.filter((name) => form.test(name));
  const all = files.map(({ name }) => name);
  return [
    ...counted(
      'file-backslash',
      'backslashes in the name',
      files.map(({ rawName }) => rawName).filter((name) => name.includes('\\')),
    ),
    ...counted('file-name', 'names that some systems can’t hold', those(ODD)),
    ...counted('file-server', 'programs for a server', those(SERVER)),
    ...counted('file-server', 'programs', those(TOOLS), { severity: 'note' }),
    ...counted(
      'file-letters',
      'other letters than A to Z in the name',
      those(/[^\x20-\x7E]/).filter((name) => !ODD.test(name)),
    ),
    ...counted(
      'file-long',
      `paths of more than ${LONG} characters`,
      names.filter(({ length }) => length > LONG),
    ),
    ...counted('zip-mac', 'added by a Mac', all.filter(isMacs)),
    ...counted(
      'file-leftover',
      'left over from a workshop',
      all.filter((name) => !isMacs(name) && LEFTOVER.test(name)),
    ),
  ];
}
