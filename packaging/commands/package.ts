/** `npm run package`: options, progress while it works, a table at the end, one clear line for a mistake. */
import path from 'node:path';
import { command, folderName } from './command.ts';
import { makePackages, type MadePackage } from './make.ts';
import { HELP, OPTIONS, readChoices } from './options.ts';

const PACKAGE = {
  name: 'package',
  does: "Makes one zip for each standard out of the course's files, and a single page for where there is no LMS; all checked.",
  options: OPTIONS,
  help: HELP,
};

export default command(PACKAGE, async ({ folder, values }, { say }) => {
  const out = folderName('--out', values.out ?? 'dist/packages');
  const made = await makePackages({ course: folder, out, choices: await readChoices(values) }, say);
  const offline = made.find(({ standard }) => standard === 'offline');
  say(
    `\n${table(made)}\n\nUpload one of them to your LMS: the sheet of settings beside them says which, and how.` +
      (offline ? `\n${path.basename(offline.file)} is for learners as it is: no LMS hears of it.` : ''),
  );
  return 0;
});

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
