/** Who completed the course in this visit: a pass of another day, or the last section today, is a moment all the same. */

const completed = new WeakSet<object>();

/** @param who The visit's store. */
export const markCompleted = (who: object): unknown => completed.add(who);

export const hasJustCompleted = (who: object): boolean => completed.has(who);
