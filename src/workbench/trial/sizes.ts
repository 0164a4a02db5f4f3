/** Sizes that learners really have: a phone, and the course's frame in Moodle at 1024 and 1280 pixels. */
export const SIZES: readonly (readonly [id: string, name: string])[] = [
  ['full', 'As wide as this page'],
  ['867', '867 px: Moodle at 1280 without its list'],
  ['650', '650 px: Moodle at 1280'],
  ['462', '462 px: Moodle at 1024'],
  ['phone', 'A phone: 390 × 844 px'],
];
