/** `npm run package`: options, progress while it works, a table at the end, one clear line for a mistake. */
import path from 'node:path';
import { CourseErrors } from '../compile/index.ts';
import { PackageError, UsageError } from '../failures.ts';
import { makePackages, type MadePackage } from './make.ts';
import { readOptions, usage } from './options.ts';
import { STANDARDS } from '../pack/standards.ts';

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(
    args,
    STANDARDS.map(({ id }) => id),
  );
  if (options.help) {
    console.log(usage(STANDARDS));
    return;
  }
  const made = await makePackages(options, (sentence) => console.log(sentence));
  console.log(
    `\n${table(made)}\n\nUpload one of them to your LMS: docs/uploading-to-moodle.md says how. For Moodle, take SCORM 1.2.`,
  );
}

function table(made: readonly MadePackage[]): string {
  const rows = [
    ['File', 'Standard', 'Size', 'Files', 'SHA-256'],
    ...made.map(({ file, name, bytes, files, sha256 }) => [
      path.relative('.', file),
      name,
      `${(bytes / 1024).toFixed(1)} KB`,
      String(files),
      sha256,
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof PackageError || error instanceof CourseErrors))
    throw error;
  console.error(error.message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
