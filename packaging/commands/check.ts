/** `npm run check`: looks at any vendor's package, and says what would go wrong with it in an LMS. */
import { open, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { byWeight, type Finding } from '../check/findings.ts';
import { launchFindings, notLaunched } from '../check/launch.ts';
import { mend, NotMended } from '../check/mend.ts';
import { checkPackage, type CheckedPackage } from '../check/package.ts';
import { asJson, asText } from '../check/report.ts';
import { RULES } from '../check/rules/index.ts';
import { fromBytes, fromHandle, type Source } from '../check/zip/source.ts';
import { PackageError, UsageError } from '../failures.ts';
import { fileCommand, type Output, type Values } from './command.ts';
import { readSchemas } from './schemas.ts';

const HELP = `
  --json               all findings as JSON, with what each rule says
  --quiet              errors and warnings alone; nothing where there is none
  --allow ID=REASON    a rule that may be broken, and why; may be given more than once
  --mend OUT.zip       writes the zip anew where the manifest lies in a folder or has other capitals, where a Mac's files came along,
                       where something stands before or behind the zip, or where it lies in another zip
  --launch             opens the course in Chromium, in a strict LMS, and tells what it reports; this runs the package's scripts
  --help               this text

Ends with 0 where there is no error, 1 where there is one, 2 where it was called in a wrong way.
docs/checking-packages.md explains each rule.`;

const CHECK = {
  name: 'check',
  does: 'Looks at a package of any vendor (SCORM 1.2, SCORM 2004, cmi5, xAPI), and says what would go wrong with it in an LMS.',
  file: 'FILE.zip',
  options: {
    json: { type: 'boolean' },
    quiet: { type: 'boolean' },
    allow: { type: 'string', multiple: true },
    mend: { type: 'string' },
    launch: { type: 'boolean' },
  },
  help: HELP,
} as const;

type Given = Values<(typeof CHECK)['options']>;

export default fileCommand(CHECK, async ({ file, values }, output) => {
  const allowed = allowances(values.allow ?? []);
  const schemas = await readSchemas();
  const handle = await openFile(file);
  try {
    const source = await fromHandle(handle);
    const found = await checkPackage(source, { schemas });
    const checked = values.launch ? await withLaunch(found, source) : found;
    tell(file, allow(checked, allowed), values, output);
    if (values.mend === undefined) return codeOf(allow(checked, allowed).findings);
    const mended = await mendTo(values.mend, source, output);
    const again = allow(await checkPackage(fromBytes(mended), { schemas }), allowed);
    tell(values.mend, again, values, output);
    return codeOf(again.findings);
  } finally {
    await handle.close();
  }
});

function tell(file: string, checked: CheckedPackage, { json, quiet }: Given, { say }: Output): void {
  const text = json ? JSON.stringify(asJson(file, checked), undefined, 2) : asText(file, checked, quiet);
  if (text !== '') say(text);
}

function codeOf(findings: readonly Finding[]): number {
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function allowances(given: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    given.map((one) => {
      const [id = '', ...reason] = one.split('=');
      if (!Object.hasOwn(RULES, id)) throw new UsageError(`--allow: there is no rule "${id}".`);
      if (reason.join('=').trim() === '')
        throw new UsageError(`--allow ${id}: say why, as in --allow ${id}="Our LMS can".`);
      return [id, reason.join('=').trim()];
    }),
  );
}

/** What is allowed is still told, as a note, with the reason. */
function allow(checked: CheckedPackage, allowed: ReadonlyMap<string, string>): CheckedPackage {
  const findings = checked.findings.map((finding): Finding => {
    const reason = allowed.get(finding.id);
    return reason === undefined
      ? finding
      : { ...finding, severity: 'note', message: `${finding.message} Allowed: ${reason}` };
  });
  return { ...checked, findings };
}

/** A browser and the LMS are loaded only where they are wanted. */
async function withLaunch(checked: CheckedPackage, source: Source): Promise<CheckedPackage> {
  const { scorm, launches } = checked;
  const [page] = launches;
  const not = notLaunched(scorm, launches);
  if (!scorm || page === undefined) return { ...checked, findings: [...checked.findings, ...not] };
  const { launchPackage } = await import('../launch/launch.ts');
  const record = await launchPackage(source, scorm, page);
  return { ...checked, findings: byWeight([...checked.findings, ...launchFindings(record), ...not]) };
}

async function openFile(file: string): Promise<FileHandle> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new UsageError(`There is no file "${file}".`);
  if (found.isDirectory())
    throw new UsageError(
      `"${file}" is a folder. Zip what is in it (not the folder itself), and check the zip.`,
    );
  if (!found.isFile()) throw new UsageError(`"${file}" is no file that can be read.`);
  try {
    return await open(file);
  } catch (error) {
    throw new UsageError(`"${file}" can't be read.`, { cause: error });
  }
}

async function mendTo(out: string, source: Source, { complain }: Output): Promise<Uint8Array> {
  if (!/\.zip$/i.test(out)) throw new UsageError('--mend needs the name of a zip to write.');
  let mended;
  try {
    mended = await mend(source);
  } catch (error) {
    if (error instanceof NotMended) throw new PackageError(error.message, { cause: error });
    throw error;
  }
  const { bytes, did } = mended;
  if (did.length === 0) throw new PackageError('There is nothing that --mend could put right.');
  try {
    // never over another file: it may be the only copy
    await writeFile(out, bytes, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const why = code === 'EEXIST' ? 'There is a file of that name already.' : 'Nothing can be written there.';
    throw new PackageError(`"${out}" can't be written. ${why}`, { cause: error });
  }
  // beside the report, so that --json stays JSON
  complain(`Mended into ${out}: ${did.join('; ')}.`);
  return bytes;
}
