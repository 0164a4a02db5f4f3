/** One's progress as lines of Markdown, to take along with the notes. */
import type { CourseView } from '../course-view.ts';
import { standingsOf } from '../history.ts';
import { t } from '../locale.ts';
import type { PrivateNotes } from '../private-notes.ts';
import { dayWords, rightWords, whereWords } from './words.ts';

/** Empty where nothing was answered. */
export function progressAsText({ course, text }: CourseView, notes: PrivateNotes): string {
  const parts = course.objectives.flatMap(({ id }) => {
    const lines = standingsOf(notes, id).map(
      (one) => `- ${dayWords(one.past.day)}, ${whereWords(one)}: ${rightWords(one.past)}`,
    );
    return lines.length > 0 ? [`### ${text.objectives[id] ?? id}`, lines.join('\n')] : [];
  });
  return parts.length > 0 ? `\n${[`## ${t('mastery.title')}`, ...parts].join('\n\n')}\n` : '';
}
