/** The licences of the npm packages whose code travels in a package, as one text file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Licences that this project's own (MIT) may be combined with. Another one stops the packaging. */
const COMPATIBLE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];

export function thirdPartyLicences(packages: readonly string[], root: string): string {
  const sections = packages.toSorted().map((name) => {
    const folder = path.join(root, 'node_modules', name);
    const { version, license } = JSON.parse(
      readFileSync(path.join(folder, 'package.json'), 'utf8'),
    ) as Record<string, string>;
    if (!license || !COMPATIBLE.includes(license)) {
      throw new Error(`${name} has the licence "${license}", which is not among: ${COMPATIBLE.join(', ')}.`);
    }
    return `${name} ${version} (${license})\n\n${licenceText(folder, name)}`;
  });
  const own = readFileSync(path.join(root, 'LICENSE'), 'utf8');
  return [`The player\n\n${own}`, ...sections]
    .map((text) => `${text.trim()}\n`)
    .join(`\n${'-'.repeat(78)}\n\n`);
}

function licenceText(folder: string, name: string): string {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (!file || !existsSync(path.join(folder, file))) return `(${name} carries no licence text of its own.)`;
  return readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');
}
