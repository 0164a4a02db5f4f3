/** No LMS: this device is the record, under the course's id. */
import type { CourseStructure } from '../course/compiled.ts';
import { createLog } from './session/log.ts';
import type { LearnerRecord, RecordOptions, Written } from './record.ts';
import { deviceStore } from './device/surroundings.ts';

export function createRecord(course: CourseStructure, options: RecordOptions = {}): LearnerRecord {
  const key = `cm-web|${course.id}`;
  const log = createLog();
  const store = options.store === undefined ? deviceStore() : (options.store ?? undefined);
  let finished: Promise<Written> | undefined;

  const record: LearnerRecord = {
    traits: { place: 'device', savedLimit: 64_000, separateSuccess: true, returns: false },
    log,
    async start() {
      try {
        return { connected: true, mode: 'normal', saved: store?.getItem(key) ?? '' };
      } catch (error) {
        log.add(`reading the device's store threw: ${String(error)}`);
        return { connected: true, mode: 'normal', saved: '' };
      }
    },
    async write({ report, saved }) {
      if (!report.counts) return { stored: true };
      try {
        store?.setItem(key, saved);
        if (store?.getItem(key) === saved) return { stored: true };
      } catch (error) {
        log.add(`writing to the device's store threw: ${String(error)}`);
      }
      return {
        stored: false,
        problem: { code: 'not-stored', detail: 'The browser keeps nothing for this page.' },
      };
    },
    finish(writing) {
      finished ??= writing ? record.write(writing) : Promise.resolve({ stored: true });
      return finished;
    },
  };
  return record;
}
