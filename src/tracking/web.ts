/** No LMS: this device is the record, under the course's id. */
import type { CourseStructure } from '../course/compiled.ts';
import { deviceStorage, type SafeStorage } from './device/storage.ts';
import { createLog, type Log } from './log.ts';
import type { Driver, DriverOptions, Launch, RecordWriter, Written } from './record.ts';

export function createDriver(course: CourseStructure, options: DriverOptions = {}): Driver {
  const key = `cm-web|${course.id}`;
  const log = createLog();
  const storage = deviceStorage(options.storage);
  return {
    keeper: 'device',
    log,
    open: async () => ({
      launch: launchOf(storage.get(key) ?? ''),
      again: 'here',
      close: () => {},
      loadWriter: async () => createWriter(storage, key, log),
    }),
  };
}

/** Nobody else begins an attempt here: where nothing is saved and the journal has something, it was lost. */
const launchOf = (saved: string): Launch => ({
  connected: true,
  mode: 'normal',
  saved,
  ...(saved === '' && { begun: true as const }),
});

function createWriter(storage: SafeStorage, key: string, log: Log): RecordWriter {
  let finished: Promise<Written> | undefined;
  const writer: RecordWriter = {
    async write({ report, saved }) {
      if (!report.counts || storage.set(key, saved)) return { stored: true };
      log.add('write: the browser keeps nothing');
      return {
        stored: false,
        problem: { code: 'not-stored', detail: 'The browser keeps nothing for this page.' },
      };
    },
    finish(writing) {
      finished ??= writing ? writer.write(writing) : Promise.resolve({ stored: true });
      return finished;
    },
  };
  return writer;
}
