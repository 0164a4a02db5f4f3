import type { RootContent } from 'mdast';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, FigureBlock } from '../../../src/course/compiled.ts';
import { compileFolder } from '../../../packaging/compile/index.ts';
import { Faults } from '../../../packaging/compile/faults.ts';
import { wholeFile, type Fragment } from '../../../packaging/compile/fragment.ts';
import { renderFlow, renderNodes } from '../../../packaging/compile/html.ts';
import type { Context } from '../../../packaging/compile/context.ts';
import { Sources } from '../../../packaging/compile/files.ts';
import { parseMarkdown } from '../../../packaging/compile/markdown.ts';
import { Cast } from '../../../packaging/compile/cast.ts';
import { MediaStore } from '../../../packaging/compile/media.ts';
import { plainParagraphs } from '../../../packaging/compile/plain.ts';
import { toHtml } from 'hast-util-to-html';
import { baseWith, baseWithLesson } from './fixtures.ts';
import { runs } from '../../runs.ts';

function blocksOf(markdown: string): readonly Block[] {
  const { course } = compileFolder(baseWithLesson(markdown), { ledger: 'propose' });
  return course.lessons['en']?.['one']?.sections[0]?.blocks.slice(2) ?? [];
}

function html(markdown: string): string {
  const [block] = blocksOf(markdown);
  return block?.kind === 'prose' ? block.html : `(${block?.kind})`;
}

function context(faults = new Faults()): Context {
  const files = new Sources({ shownAs: 'course', files: new Map() }, faults);
  return {
    language: 'en',
    faults,
    files,
    media: new MediaStore(),
    cast: new Cast(files, ['en']),
    terms: new Map(),
    sources: new Map(),
    targets: new Map(),
    sections: [],
    practiceFiles: [],
    drawings: new Map(),
    citedIn: new Map(),
  };
}

function fragment(text: string): Fragment {
  return wholeFile({ path: 'x.md', text });
}

function parse(text: string): RootContent[] {
  return parseMarkdown(fragment(text), new Faults())?.children ?? [];
}

describe('prose', () => {
  test.each([
    ['**strong** and *emphasis*', '<p><strong>strong</strong> and <em>emphasis</em></p>'],
    ['At 10:30 note:this, see a:b.', '<p>At 10:30 note:this, see a:b.</p>'],
    ['### A heading', '<h3>A heading</h3>'],
    ['> said', '<blockquote>\n<p>said</p>\n</blockquote>'],
    ['3. three', '<ol start="3">\n<li>three</li>\n</ol>'],
    ['`<b>`', '<p><code>&#x3C;b></code></p>'],
    ['1 \\< 2 & 3', '<p>1 &#x3C; 2 &#x26; 3</p>'],
    [
      'https://example.org',
      '<p><a href="https://example.org" rel="noopener noreferrer" target="_blank">https://example.org</a></p>',
    ],
    [
      '[x](https://example.org/?a=1&b=2)',
      '<p><a href="https://example.org/?a=1&#x26;b=2" rel="noopener noreferrer" target="_blank">x</a></p>',
    ],
    ['[call](tel:988)', '<p><a href="tel:988">call</a></p>'],
    ['[there](#one-first)', '<p><a href="#one-first" data-go="one-first">there</a></p>'],
    ['[test](#assessment)', '<p><a href="#assessment" data-go="assessment">test</a></p>'],
    [
      ':term[*a* word]{id=word}',
      '<p><a class="term" href="#glossary" data-term="word"><em>a</em> word</a></p>',
    ],
    [
      'A :lang[*plain* word]{en} and :lang[uma]{pt-BR}',
      '<p>A <span lang="en"><em>plain</em> word</span> and <span lang="pt-BR">uma</span></p>',
    ],
    [
      '[:lang[a book]{en}](https://example.org)',
      '<p><a href="https://example.org" rel="noopener noreferrer" target="_blank"><span lang="en">a book</span></a></p>',
    ],
    [
      'x:cite[book]',
      '<p>x<a class="cite" href="#sources" data-cite="book" aria-label="[1] A book, A press">[1]</a></p>',
    ],
  ])('%s', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  test('a link to a block that the structure does not hold leads to its section', () => {
    const [, prose] = blocksOf(':::reflection{#one-think}\nThink.\n:::\n\n[back](#one-think)');
    expect(prose).toMatchObject({ html: '<p><a href="#one-first" data-go="one-first">back</a></p>' });
  });

  test('a table can be scrolled by keyboard, has a name, and headers with a scope', () => {
    const table = html('| | Green |\n|---|---:|\n| Heat | 80 |');
    expect(table).toContain('<cm-table class="table" role="region" aria-label="Green"><table>');
    expect(table).toContain('<td></td>\n<th scope="col">Green</th>');
    expect(table).toContain('<th scope="row">Heat</th>\n<td>80</td>');
  });

  test('one of three columns can be stacked: cells bear the words of their column, and all of it its roles', () => {
    const table = html('| | *Green* | Black |\n|---|---|---|\n| Heat | 80 | 100 |');
    expect(table).toContain('<cm-table class="table stacks" role="region" aria-label="Green, Black">');
    expect(table).toContain('<table role="table">\n<thead role="rowgroup">\n<tr role="row">');
    expect(table).toContain('<th scope="col" role="columnheader"><em>Green</em></th>');
    expect(table).toContain(
      '<tbody role="rowgroup">\n<tr role="row">\n<th scope="row" role="rowheader">Heat</th>\n' +
        '<td role="cell" data-label="Green">80</td>\n<td role="cell" data-label="Black">100</td>',
    );
  });

  test('one of two columns is stacked where a cell is long', () => {
    const long = 'a word '.repeat(9);
    expect(html(`| Trust | What it asks |\n|---|---|\n| Here | ${long} |`)).toContain('class="table stacks"');
    expect(html('| Trust | What it asks |\n|---|---|\n| Here | a word |')).toContain('class="table"');
  });

  test('what the checks would let through is still dropped', () => {
    const nodes = parse('a <img src=x onerror=alert(1)> [b](javascript:alert(1)) c');
    const faults = new Faults();
    const out = toHtml(renderNodes(nodes, { ctx: context(faults), fragment: fragment('a'), owner: '' }));
    expect(
      faults
        .errors()
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(['link.scheme', 'markdown.html']);
    expect(out).not.toMatch(/img|javascript|onerror/);
  });

  test('no text of any kind becomes a script, an event or an inline style', () => {
    const bits = [
      '<',
      '>',
      '"',
      "'",
      '[',
      ']',
      '(',
      ')',
      '{',
      '}',
      ':',
      '!',
      '`',
      '\n',
      ' ',
      '&lt;',
      '&#60;',
      'script',
      'onload=',
      'style=',
      'javascript:',
      'a',
      '://',
      '*',
      '\\',
      ':term',
      ':::',
      '|',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 30 }), (parts) => {
        const out = renderFlow(fragment(parts.join('')), { ctx: context(), owner: '' }).html;
        expect(out).not.toMatch(/<(?:script|style|img|iframe|svg)/i);
        for (const tag of out.match(/<[^>]*>/g) ?? [])
          expect(tag).not.toMatch(/ (?:on\w+|style)=|href="?\s*(?:javascript|data):/i);
      }),
      { numRuns: runs(100) },
    );
  });

  test('plain sentences come out as the parser would make them', () => {
    const words = [
      'Hello',
      'to',
      'say',
      'that',
      '“no”',
      "don't",
      '"yes"',
      '3',
      '1.',
      '-',
      '+',
      '=',
      '(a)',
      '10:30',
      'e.g.',
      '50%',
      '$5',
      '–',
      'él',
      '¿',
      'http:',
      'www.',
      'x:y',
      ':::',
      '!',
      '\n',
      '\n\n',
      '  ',
      '…',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 }), (parts) => {
        const text = parts.join(' ').replace(/ \n/g, '\n');
        const paragraphs = plainParagraphs(text);
        fc.pre(paragraphs !== undefined);
        const nodes = parse(text);
        const long = toHtml(
          renderNodes(nodes, { ctx: context(), fragment: fragment(text), owner: '' }),
        ).trim();
        expect(paragraphs.map((sentences) => `<p>${sentences}</p>`).join('\n')).toBe(long);
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('drawings', () => {
  function figure(svg: string, alt = 'A dot.'): FigureBlock {
    const folder = baseWith({ 'en/media/dot.svg': svg });
    const files = new Map(folder.files);
    const lesson = new TextDecoder()
      .decode(files.get('en/lessons/one.md'))
      .replace('alt="A dot."', `alt="${alt}"`);
    files.set('en/lessons/one.md', new TextEncoder().encode(lesson));
    const { course } = compileFolder({ ...folder, files }, { ledger: 'propose' });
    return course.lessons['en']?.['one']?.sections[0]?.blocks[1] as FigureBlock;
  }
  const svgOf = (block: FigureBlock) => ('svg' in block.picture ? block.picture.svg : '');

  test('are an image whose title is the alt text', () => {
    const svg = svgOf(
      figure(
        '<?xml version="1.0"?><!-- made by hand --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>old</title><path class="fig-line" d="M0 0 L1 1"/></svg>\n',
        'A &quot;dot&quot; &lt;b&gt;.',
      ),
    );
    expect(svg).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" fill="currentColor" role="img"><title>A "dot" &#x3C;b>.</title><path class="fig-line" d="M0 0 L1 1"/></svg>',
    );
  });

  test('are hidden from screen readers where they carry no meaning', () => {
    const svg = svgOf(figure('<svg viewBox="0 0 1 1" role="img" aria-label="x"><circle r="1"/></svg>', ''));
    expect(svg).toContain('aria-hidden="true"');
    expect(svg).not.toMatch(/role=|<title|aria-label/);
  });

  test('have ids of their own, and references that follow', () => {
    const svg = svgOf(
      figure(
        '<svg viewBox="0 0 1 1"><defs><marker id="tip"/><path id="p"/></defs><use href="#p"/><path marker-end="url(#tip)"/></svg>',
      ),
    );
    expect(svg).toContain('id="one-first-f1-tip"');
    expect(svg).toContain('url(#one-first-f1-tip)');
    expect(svg).toContain('href="#one-first-f1-p"');
  });
});

describe('questions', () => {
  test('the plain words of a stem are one whole line, without citations: whoever has a limit cuts for itself', () => {
    const long = 'word '.repeat(80).trim();
    const [block] = blocksOf(
      `:::check{#one-check}\ntype: true-false\nstem: |\n  First **line**.:cite[book]\n\n  ${long}\nanswer: false\nwhenTrue: No.\nwhenFalse: Yes.\n:::`,
    );
    const plain = block?.kind === 'check' ? block.question.plain : '';
    expect(plain).toBe(`First line. ${long}`);
  });

  test('the right side of a pair has its left one’s id, and extra ones have digits', () => {
    const [block] = blocksOf(
      ':::check{#one-check}\ntype: match\nstem: Which?\npairs:\n  - { id: a, left: L1, right: R1, why: W }\n  - { id: b, left: L2, right: R2, why: W }\nextra: [R3, R4]\n:::',
    );
    const question = block?.kind === 'check' && block.question.type === 'match' ? block.question : undefined;
    expect(question?.right.map(({ id, text }) => id + text)).toEqual(['aR1', 'bR2', '1R3', '2R4']);
  });
});
