/** What the drawings of the first screen are made of: paths of an SVG of 20 by 20. The others are in icons.ts. */

export const NEXT = 'M7.5 4.5L13 10l-5.5 5.5';
export const CHEVRON = 'M7 4l6 6-6 6';
export const CLOCK = 'M10 5.8V10l3 2M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z';
export const PAUSE = 'M8 7v6m4-6v6M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z';

/** They point on or back, which is the other way where one reads from the right. */
export const isToward = (path: string): boolean => path === NEXT || path === CHEVRON;
