/** Bounds of what a state holds, so that it has a proven size. */

/** Most items in a form. */
export const FORM_LIMIT = 50;

/** Longest time on one item that is kept, in seconds. */
export const LATENCY_LIMIT = 4095;

/** Even unlimited tries end somewhere. */
export const TRY_LIMIT = 4095;

/** Most interactions that an attempt can come to. */
export const INTERACTION_LIMIT = TRY_LIMIT * FORM_LIMIT;
