/** Puts the words into a statement that were not loaded when it was made. */
import type { CourseStructure } from '../../course/compiled.ts';
import type { CourseTexts } from './course-texts.ts';
import { aboutOf, brief, define } from './define.ts';
import type { Entry } from './entry.ts';
import { ACTIVITY_KINDS, activityList, type Setting } from './context.ts';
import type { Activity, ContextActivities } from './types.ts';

export async function describe(
  course: CourseStructure,
  texts: CourseTexts,
  setting: Setting,
  entry: Entry,
): Promise<Entry> {
  const { about, statement } = entry;
  if (!about) return entry;
  // The names of what it belongs to are with the course's
  await Promise.all([texts.load(about), texts.load({ of: 'course' })]);
  const object = { ...statement.object, ...define(course, texts, about, statement.object.id).activity };
  const activities = statement.context.contextActivities;
  const context = activities
    ? { ...statement.context, contextActivities: inContext(course, texts, setting, activities) }
    : statement.context;
  return { ...entry, statement: { ...statement, object, context } };
}

/** What the launch put there stays as it is, letter for letter (cmi5 10.2.1). */
function inContext(
  course: CourseStructure,
  texts: CourseTexts,
  { template, activity }: Setting,
  activities: ContextActivities,
): ContextActivities {
  return Object.fromEntries(
    ACTIVITY_KINDS.flatMap((kind) => {
      const given = new Set(activityList(template.contextActivities?.[kind]).map(({ id }) => id));
      const words = (one: Activity): Activity => {
        const about = given.has(one.id) ? undefined : aboutOf(course, activity, one.id);
        return about ? brief(course, texts, about, one.id).activity : one;
      };
      return activities[kind] ? [[kind, activityList(activities[kind]).map(words)]] : [];
    }),
  );
}
