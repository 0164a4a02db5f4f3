/** What an author's mistake, a paste or an export can repeat without end, each as a course folder in which it stands so many times. */
import type { CourseFolder } from '../../packaging/compile/files.ts';
import { around } from './again.ts';
import { INLINE, LINES, WITHIN } from './growing-lessons.ts';
import { baseText, baseWith, baseWithLesson } from '../unit/compile/fixtures.ts';

export type Growing = (times: number) => CourseFolder;

const TERM = '- id: a#N\n  term: b\n  definition: ';
const YAML = [
  '- a\n',
  `${TERM}c\n`,
  '- id: a\n  term: b\n  definition: c\n',
  'k#N: 1\n',
  'k: 1\n',
  'a: ',
  '- a #b\n',
  '- &a#N b\n',
  '- *a\n',
  '- !a b\n',
  '---\n',
  '- "',
  '- "a"\n',
  "- 'a'\n",
  '- |\n  a\n',
  '- >\n  a\n',
  '- {a: b}\n',
  '- [a]\n',
  '- 0x1\n',
  '\\x41',
  '\n',
  '# a\n',
  '? a\n',
  '%A\n',
  '-\n',
  '- a: b: c\n',
  '- a\n b\n',
  '- `a\n',
  '- @a\n',
  '- <<: {a: b}\n',
  'a ',
  '[',
  '{a: ',
  `${TERM}"*c* [d](#e)"\n`,
  `${TERM}c\n  x#N: 1\n`,
  `${TERM}"Ã©"\n`,
];
const YAML_WITHIN: Record<string, (times: number) => string> = {
  'escapes in a text': around('- id: a\n  term: b\n  definition: "*x ', '\\xe9', '* [a](#b)"\n'),
  'marks in a text': around('- id: a\n  term: b\n  definition: "', '*x* ', '[a](#b)"\n'),
  'keys on a line': around('- {', 'a#N: b, ', '}\n'),
  'entries on a line': around('[', 'a, ', ']\n'),
  'lines of a folded text': around('- id: a\n  term: b\n  definition: >\n', '    a\n\n'),
  'lines of a plain text': around('- id: a\n  term: b\n  definition: a\n', '    a\n'),
  'letters of a key': around('- ', 'a', ': c\n'),
  'fields of an entry': around('- id: a\n  term: b\n  definition: c\n', '  x#N: 1\n'),
};

const SHAPES = [
  '<g></g>',
  '<path d="M0 0"/>',
  '<image href="x"/>',
  '<use href="#a"/>',
  '<g id="a#N"/>',
  '<g fill="url(#a)"/>',
  '<g class="a b"/>',
  '<!-- a -->',
  '<!--',
  '&amp;',
  '&',
  '<',
  '<a',
  '</g>',
  '<text>a</text>',
  '<title>a</title>',
  '<desc>a</desc>',
  '<div>',
  '<p>',
  '<b>',
  '<desc><b><p></b></desc>',
  '<desc><table><td><b></desc>',
  '<desc><select><option></desc>',
  '<![CDATA[a]]>',
  '<![CDATA[',
  '<?xml a?>',
  '<style>a</style>',
  '<script>',
  'words ',
  '<g a="',
  '<desc><a><b></a>',
  '<font color="#N"><b>',
  '<template>',
  '&#0;',
];
const DRAWING_WITHIN: Record<string, (times: number) => string> = {
  'attributes of an element': around('<g ', ' a#N="1"', '/>'),
  classes: around('<g class="', 'a#N ', '"/>'),
  points: around('<polygon points="', '1,1 ', '"/>'),
  addresses: around('<g fill="', 'url( ', '"/>'),
  'blanks in an address': around('<g fill="url(', ' ', '"/>'),
};

const ITEM = '- id: i#N\n  name: A\n  objective: obj-one\n  level: recall\n  teaches: one-first\n  type: ';
const ITEMS: Record<string, (times: number) => string> = {
  items: around('', `${ITEM}true-false\n  stem: a\n  answer: true\n  whenTrue: a\n  whenFalse: b\n`),
  options: around(`${ITEM}one\n  stem: a\n  options:\n`, '    - {id: a, text: b#N, why: c}\n'),
  pairs: around(`${ITEM}match\n  stem: a\n  pairs:\n`, '    - {id: a, left: b#N, right: c#N, why: c}\n'),
  steps: around(`${ITEM}order\n  stem: a\n  steps:\n`, '    - {id: a, text: b#N, why: c}\n'),
  'accepted words': around(`${ITEM}fill-in\n  stem: a\n  why: a\n  accept:\n`, '    - a#N\n'),
};

const SOURCE = '\n  title: a\n  url: https://a.b\n  publisher: c\n  year: 2020\n';
const FIGURE = `${baseText('en/lessons/one.md')}\n:::figure{src=way.svg alt="A way"}\n:::\n`;

const inLesson =
  (text: (times: number) => string): Growing =>
  (times) =>
    baseWithLesson(text(times));
const inFile =
  (file: string, text: (times: number) => string): Growing =>
  (times) =>
    baseWith({ [file]: text(times) });
const inDrawing =
  (text: (times: number) => string): Growing =>
  (times) =>
    baseWith({
      'en/lessons/one.md': FIGURE,
      'en/media/way.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${text(times)}</svg>`,
    });
const inSettings =
  (place: RegExp, text: (times: number) => string): Growing =>
  (times) =>
    baseWith({ 'course.yaml': baseText('course.yaml').replace(place, text(times)) });

const each = (
  where: string,
  parts: readonly string[],
  grow: (text: (times: number) => string) => Growing,
): [string, Growing][] => parts.map((part) => [`${where}: ${JSON.stringify(part)}`, grow(around('', part))]);
const named = (
  where: string,
  texts: Record<string, (times: number) => string>,
  grow: (text: (times: number) => string) => Growing,
): [string, Growing][] => Object.entries(texts).map(([name, text]) => [`${where}: ${name}`, grow(text)]);

const inGlossary = (text: (times: number) => string): Growing => inFile('en/glossary.yaml', text);
const inBank = (text: (times: number) => string): Growing => inFile('en/bank/more.yaml', text);

export const GROWING: readonly [string, Growing][] = [
  ...each('in a lesson', [...INLINE, ...LINES], inLesson),
  ...named('in a lesson', WITHIN, inLesson),
  ...each('in the glossary', YAML, inGlossary),
  ...named('in the glossary', YAML_WITHIN, inGlossary),
  ...each('before a lesson', YAML, (text) =>
    inFile('en/lessons/one.md', (times) => `---\n${text(times)}${baseText('en/lessons/one.md').slice(4)}`),
  ),
  ...each('in a drawing', SHAPES, inDrawing),
  ...named('in a drawing', DRAWING_WITHIN, inDrawing),
  ...named('in the bank', ITEMS, inBank),
  ['lessons in the settings', inSettings(/lessons: \[.*?\]/, around('lessons: [', 'l#N, ', ']'))],
  ['languages in the settings', inSettings(/languages: \[.*?\]/, around('languages: [en', ', es-a#N', ']'))],
  [
    'objectives in the settings',
    inSettings(/objectives:\n(?: {2}- .*\n)+/, around('objectives:\n', '  - o-#N\n')),
  ],
  ['sources', inFile('sources.yaml', around('', `- key: k#N${SOURCE}`))],
  ['sources with one key', inFile('sources.yaml', around('', `- key: k${SOURCE}`))],
  [
    'files that nobody reads',
    (times) =>
      baseWith(Object.fromEntries(Array.from({ length: times }, (_, at) => [`en/x-${at}.yaml`, 'x']))),
  ],
];
