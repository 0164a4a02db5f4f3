/**
 * What LMSs do that no standard says, and for which a package that was made for one of them (`--lms`) does something else. Here
 * alone a SCORM driver asks which LMS that is; all else asks for a trait. More sources stand in `packaging/sheets/sources.ts`.
 */
import type { CourseStructure, Lms } from '../../course/compiled.ts';

export interface LmsTraits {
  /** `false` with error 0 always means that the session is lost, at the first commit too: in other LMSs it may be a habit. */
  readonly meansItsNo?: true;
  /** At the learner's exit the session stays open until the page goes: ended before, it takes something away. */
  readonly endsWithPage?: true;
  /** SCORM 1.2: a final status is taken, or an attempt left as it is, only where it isn't suspended. */
  readonly wantsDoneUnsuspended12?: true;
  /** Every save sends the whole record: one request has to do where a page closes. */
  readonly sendsAll?: true;
  /** Rows of answers that fit into what a closing page can send. */
  readonly mostInteractions?: number;
  /** Of a question's right spellings the first alone is told, so that the rows are no longer than that. */
  readonly wantsOneSpelling?: true;
  /** There are builds that notice only that the status changes after an earlier one: it's said by way of `completed`. */
  readonly wantsDetour?: true;
  /** SCORM 2004: what says nothing about success from the start on is completed. */
  readonly completesTheSilent2004?: true;
}

const TRAITS: Readonly<Partial<Record<Lms, LmsTraits>>> = {
  // Of builds from late 2023 (4.2 and 4.4): docs/uploading-to-moodle.md. Others lock or close on `completed`
  moodle: { wantsDetour: true },
  // Seen in forma.lms 4.0.19. At the session's end it blanks the page that says what was recorded. It completes the course there
  // alone, and where its window closes sends all of the record along: some 1.4 to 1.7 KB a row, and a closing page can send 64 KiB
  // (Fetch, 4.6). A word to fill in may have forty right spellings, each a value with some 150 bytes around it
  forma: {
    meansItsNo: true,
    endsWithPage: true,
    sendsAll: true,
    mostInteractions: 35,
    wantsOneSpelling: true,
  },
  // Reported of Blackboard Ultra: a session that ends while its player is open leaves a draft without a score, and `completed`
  // with `suspend` locks the attempt
  blackboard: { endsWithPage: true, wantsDoneUnsuspended12: true },
  // Reported of Saba 5.4 by a maker of courses: it took no `passed` of an attempt that was suspended
  saba: { wantsDoneUnsuspended12: true },
  // SAP’s note 3403728
  successfactors: { completesTheSilent2004: true },
};

const NONE: LmsTraits = {};

export const traitsOf = ({ lms }: Pick<CourseStructure, 'lms'>): LmsTraits => (lms && TRAITS[lms]) ?? NONE;
