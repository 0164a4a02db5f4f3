/** What the commands answer with a sentence and no stack. */

/** A mistake in how a command was called. One line that says what to do. */
export class UsageError extends Error {}

/** A package that can't be made, has failed its checks, or can't be written. The sentences say what. */
export class PackageError extends Error {}
