/** Reads and writes `readings.json` of a course folder. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../../failures.ts';
import { NO_READINGS, READINGS_FILE, readingsSource, type Readings } from './readings.ts';

/** None where there is no such file. @throws UsageError where it is damaged */
export async function readReadings(folder: string): Promise<Readings> {
  const file = path.join(folder, READINGS_FILE);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return NO_READINGS;
  try {
    return readingsSource.parse(JSON.parse(text));
  } catch (error) {
    throw new UsageError(`${file} is not as course:blind writes it. Take it from an earlier state.`, {
      cause: error,
    });
  }
}

/** An item a line, so that changes of the file can be read. */
export async function writeReadings(folder: string, { format, items }: Readings): Promise<string> {
  const file = path.join(folder, READINGS_FILE);
  const lines = Object.entries(items).map(([id, own]) => `    ${JSON.stringify(id)}: ${JSON.stringify(own)}`);
  await writeFile(file, `{\n  "format": ${format},\n  "items": {\n${lines.join(',\n')}\n  }\n}\n`);
  return `Recorded in ${file}.`;
}
