/** Names that LMSs have handed to courses, for a learner who is hard to address. */
export const ODD_NAMES: readonly (readonly [name: string, language: string])[] = [
  ['de la Cruz,María José', 'spa'],
  ['X', ''],
  ['Smith, Jr., Ed', 'EN-us'],
  ['  Zoë   Ångström-O’Neil  ', 'en_GB'],
  ['陳大文', 'zh-Hant'],
  ['عائشة, ليلى', 'ar'],
  ['<b>Bold</b>, & "quoted"', 'en'],
  ['staff.member+training@agency.example', ''],
];
