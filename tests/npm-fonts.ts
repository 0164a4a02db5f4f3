/** The fonts that come with Chromium from npm, and no others: text looks alike on every machine. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';

const PACKED = '../../bin/fonts.tar.br';

/** Unpacks them into a folder; returns what the browser's environment needs for them. */
export async function npmFonts(folder: string): Promise<Record<string, string>> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packed = await readFile(path.resolve(path.dirname(entry), PACKED));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'fonts.tar'), brotliDecompressSync(packed));
  await promisify(execFile)('tar', ['-xf', 'fonts.tar', 'fonts'], { cwd: folder });
  const config = path.join(folder, 'fonts.conf');
  await writeFile(
    config,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${folder}/fonts</dir>
<cachedir>${folder}/cache</cachedir>
<match target="font"><edit name="hinting" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: config };
}
