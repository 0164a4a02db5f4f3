/** Records with their writing half fetched at the start, as the player has it from the first screen on. */
import type { CourseStructure } from '../../src/course/compiled.ts';
import type { LearnerRecord, RecordOptions } from '../../src/tracking/record.ts';

type Create = (course: CourseStructure, options?: RecordOptions) => LearnerRecord;

export const complete =
  (create: Create): Create =>
  (course, options) => {
    const record = create(course, options);
    const start = record.start.bind(record);
    record.start = async () => {
      const launch = await start();
      await record.complete?.((_name, fetchCode) => fetchCode());
      return launch;
    };
    return record;
  };
