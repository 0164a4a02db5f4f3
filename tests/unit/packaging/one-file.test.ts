/** The page that is one file: what packing makes, and what the check of it finds where it was changed. */
import path from 'node:path';
import { parse } from 'acorn';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkOneFile } from '../../../packaging/check/house/one-file.ts';
import { compileFolder } from '../../../packaging/compile/index.ts';
import { contentFiles, type ContentFiles } from '../../../packaging/pack/content.ts';
import { chooseCourse, pack, type Packed } from '../../../packaging/pack/packages.ts';
import type { OnePiece, PlayerFiles } from '../../../packaging/pack/player-files.ts';
import { STANDARDS } from '../../../packaging/pack/standards.ts';
import { readStrings } from '../../../packaging/player/strings.ts';
import { COURSES, load } from '../compile/fixtures.ts';
import { onePiece } from './one-piece.ts';

const WEB = 'src/tracking/web.ts';
/** What would end its element, or begin a comment, if it stood there as it is. */
const SCRIPT =
  'export const end = "</script>", begin = `<!-- <script>`, pattern = /<\\/SCRIPT><!--/; console.log(end);';

let content: ContentFiles;
let packed: Packed;

beforeAll(async () => {
  const compiled = compileFolder(load(path.join(COURSES, 'short')), { ledger: 'propose' });
  const { course } = chooseCourse(compiled.course, { title: 'Té </script><!-- & tea' });
  content = contentFiles(course, await readStrings());
  packed = await made();
});

function player(change: Partial<OnePiece> = {}): PlayerFiles {
  const nothing = { files: new Map(), chunks: new Map(), entries: new Map() };
  const reached = new Map([['web', new Set([WEB])]]);
  const words = { template: '', strings: {}, licence: 'Ours </script>', licences: {} };
  return { ...nothing, ...words, reached, onePiece: onePiece({ modules: [WEB], script: SCRIPT, ...change }) };
}

async function made(built = player()): Promise<Packed> {
  const standard = STANDARDS.find(({ id }) => id === 'offline');
  if (!standard) throw new Error('There is no offline edition.');
  return pack(standard, content, built);
}

const htmlOf = ({ bytes }: Packed): string => new TextDecoder().decode(bytes);

function elements(html: string, name: string): { type: unknown; id: unknown; text: string }[] {
  const found: { type: unknown; id: unknown; text: string }[] = [];
  visit(fromHtml(html), 'element', ({ tagName, properties: { type, id }, children: [child] }) => {
    if (tagName === name) found.push({ type, id, text: child && 'value' in child ? child.value : '' });
  });
  return found;
}

describe('the one file', () => {
  it('is a page with the name of a package, its title told apart, and the same bytes each time', async () => {
    const { name, bytes, files } = packed;
    expect(name).toMatch(/^a-good-cup-of-tea-[\d.]+-offline-[\da-f]{6}\.html$/);
    expect([...files]).toEqual([[name, bytes]]);
    expect((await made()).bytes).toEqual(bytes);
    expect(checkOneFile(packed, player())).toEqual([]);
  });

  it('holds each file of the course as it is, and pictures as data', async () => {
    const blocks = elements(htmlOf(packed), 'script').filter(({ type }) => type === 'application/json');
    const read = new Map(blocks.map(({ id, text }) => [String(id), JSON.parse(text) as unknown]));
    const pictures = read.get('pictures') as Record<string, string>;
    for (const [name, bytes] of content.files) {
      if (name === content.causes) expect(read.has(name)).toBe(false);
      else if (name.startsWith('media/'))
        expect(Buffer.from(pictures[name]?.split(',')[1] ?? '', 'base64')).toEqual(Buffer.from(bytes));
      else
        expect(read.get(name === content.launch ? 'course' : name), name).toEqual(
          JSON.parse(new TextDecoder().decode(bytes)),
        );
    }
    expect(Object.keys(pictures).length).toBeGreaterThan(0);
  });

  it('runs the script that was built, whatever stands in its texts', async () => {
    const scripts = elements(htmlOf(packed), 'script').filter(({ type }) => type === 'module');
    expect(scripts).toHaveLength(1);
    parse(scripts[0]?.text ?? '', { ecmaVersion: 'latest', sourceType: 'module' });
    const file = `data:text/javascript,${encodeURIComponent(scripts[0]?.text.replace(/console.*/, '') ?? '')}`;
    const exports = (await import(/* @vite-ignore */ file)) as {
      end: string;
      begin: string;
      pattern: RegExp;
    };
    expect([exports.end, exports.begin]).toEqual(['</script>', '<!-- <script>']);
    expect(exports.pattern.test('</SCRIPT><!--')).toBe(true);
  });

  it('brings the licences along', async () => {
    const [licences] = elements(htmlOf(packed), 'script').filter(({ id }) => id === 'licences');
    expect(licences?.text).toContain('Ours &lt;/script>');
  });
});

describe('the check of the one file', () => {
  /** What is found in a page that was changed after it was packed. */
  async function found(change: (html: string) => string): Promise<string[]> {
    const html = change(htmlOf(packed));
    expect(html).not.toBe(htmlOf(packed));
    const bytes = new TextEncoder().encode(html);
    return checkOneFile({ ...packed, bytes }, player()).map(({ id }) => id);
  }

  it.each<[string, string[], (html: string) => string]>([
    [
      'a script that the policy doesn’t name',
      ['one-file-policy'],
      (html) => html.replace('console.log', 'console.warn'),
    ],
    ['one script more', ['one-file-policy'], (html) => html.replace('</body>', '<script>1</script></body>')],
    [
      'a style that it doesn’t name',
      ['one-file-policy'],
      (html) => html.replace('.bar{color:red}', '.bar{color:blue}'),
    ],
    [
      'a policy that lets more run',
      ['one-file-policy'],
      (html) => html.replace("script-src 'sha256", "script-src 'unsafe-inline' 'sha256"),
    ],
    [
      'a policy that lets it ask',
      ['one-file-policy'],
      (html) => html.replace("connect-src 'none'", "connect-src 'self'"),
    ],
    [
      'a policy with one line more',
      ['one-file-policy'],
      (html) => html.replace("; base-uri 'none'", "; base-uri 'none'; worker-src *"),
    ],
    [
      'a picture of elsewhere',
      ['one-file-asks'],
      (html) => html.replace('</body>', '<img src="https://example.org/a.png"></body>'),
    ],
    [
      'a style sheet beside it',
      ['one-file-asks'],
      (html) => html.replace('</head>', '<link rel="stylesheet" href="a.css"></head>'),
    ],
    [
      'a style attribute',
      ['page-inline-style'],
      (html) => html.replace('<body>', '<body style="color:red">'),
    ],
    [
      'a part of the course that is missing',
      ['page-missing'],
      (html) => html.replace(/<script type="application\/json" id="content\/glossary-en.*?<\/script>/s, ''),
    ],
    [
      'a picture that is missing',
      ['page-missing'],
      (html) => html.replace(/"media\/([^"]+)":"data:[^"]*",?/, '"media/none.png":"",').replace(',}', '}'),
    ],
    [
      'a course that is no JSON',
      ['one-file-course'],
      (html) => html.replace('id="pictures">{', 'id="pictures">{{'),
    ],
  ])('finds %s', async (_what, ids, change) => {
    expect(await found(change)).toEqual(ids);
  });

  it.each<[string, string[], Partial<OnePiece>]>([
    ['a script that no browser can read', ['script-syntax'], { script: 'export const = 1;' }],
    ['a script that asks for another', ['one-file-imports'], { script: 'import("./more.js");' }],
    ['a style sheet that asks for a font', ['one-file-asks'], { style: '@font-face{src:url(a.woff2)}' }],
    ['a module of another standard', ['own-standard'], { modules: [WEB, 'src/tracking/lrs/outbox.ts'] }],
  ])('finds %s', async (_what, ids, change) => {
    const built = player(change);
    expect(checkOneFile(await made(built), built).map(({ id }) => id)).toEqual(ids);
  });
});
