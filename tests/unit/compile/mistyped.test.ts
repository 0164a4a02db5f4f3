/** Signs that were meant to mark words up and were mistyped: a learner would read them. */
import { describe, expect, it } from 'vitest';
import { compileFolder } from '../../../packaging/compile/index.ts';
import { baseText, baseWith, baseWithLesson, codesOf, toldOf } from './fixtures.ts';

const IRI = 'https://example.org/courses/';
const withIri = (iri: string): ReturnType<typeof baseWith> =>
  baseWith({ 'course.yaml': baseText('course.yaml').replace(/^iri: .*$/m, `iri: "${iri}"`) });

describe('is a mistake', () => {
  it.each([
    ['an address apart from its words', 'See [words] (https://example.org/a).'],
    ['a place in the course apart from its words', 'See [words] (#one).'],
    ['a heading without a space', '##Heading'],
    ['a mark of a merge in a list', '- <<<<<<< HEAD\n- a'],
    ['the end of a merge in a list', '- a\n- >>>>>>> main'],
    ['bold with spaces inside', 'Read ** this part ** first.'],
    ['bold with spaces inside, in Spanish', '** ¿Quién decide? ** La persona.'],
    ['words that are marked', 'What ==matters most== here.'],
    ['words that are marked in another way', 'What ++matters++ here.'],
    ['bold with spaces that do not break', 'Read **\u00a0this part\u00a0** first.'],
    ['one tilde at each end', 'This ~no longer~ holds.'],
    ['an address after a line’s end', 'See [words]\n(https://example.org/a).'],
    ['an address after a space that does not break', 'See [words]\u00a0(https://example.org/a).'],
    ['brackets the other way round', 'See (words)[https://example.org/a].'],
    ['an address whose bracket stays open', 'See <https://example.org/a and more.'],
    ['signs beside an address in brackets', 'See [https://example.org/a] and **more.'],
    ['a link of a wiki', 'See [[one-first]].'],
    ['a picture of a wiki', '![[dot.svg]]'],
    ['a link whose address stands nowhere', 'See [words][one].'],
    ['a footnote', 'So it is.^[Somebody said it.]'],
    ['a footnote that stands nowhere', 'So it is.[^1]'],
    ['a comment that stays open', 'Words <!-- and a note.'],
    ['a comment with a dash', 'Words <!– a note –> and more.'],
    ['an element with quotation marks that are none', 'See <b class=“large”>words.'],
    ['what a template puts in', 'Dear {{ name }}, welcome.'],
    ['what a template does', '{% if member %}Welcome.'],
    ['a class behind words', 'Words {.large}'],
    ['a formula', 'So $x^2$ it is.'],
    ['what stands higher', 'x^2^ and more.'],
    ['what stands lower', 'H~2~O and more.'],
    ['the name of a face', 'Well done :smile: and on.'],
    ['the name of a face in plain words', 'Well done :thumbs_up:'],
    ['a note of another kind', '> [!NOTE]\n> Words.'],
    ['a note of a third kind', '!!! note\n    Words.'],
    ['boxes without a space in them', '- [] Call.\n- [] Write.'],
    ['a list without spaces', '-Call.\n-Write.'],
    ['a list with spaces that do not break', '-\u00a0Call.\n-\u00a0Write.'],
    ['a list of bullets', '• Call.\n• Write.'],
    ['a list of numbers without spaces', '1.Call.\n2.Write.'],
    ['a list of numbers in a paragraph', 'Do this:\n2. Call.\n3. Write.'],
    ['a list of letters', 'a. Call.\nb. Write.'],
    ['a table without its second line', '| a | b |\n| 1 | 2 |'],
    ['a table with **words** without its second line', '| **a** | b |\n| 1 | 2 |'],
    ['a table with more heads than columns', '| a | b | c |\n|---|---|\n| 1 | 2 | 3 |'],
    ['a table with dashes that are none', '| a | b |\n|—|—|\n| 1 | 2 |'],
    ['a table that is cut in two', 'a | b\n\n---|---\n1 | 2'],
    ['a table behind a list', '- x\n| a | b |\n|---|---|\n| 1 | 2 |'],
    ['a heading with a space that does not break', '###\u00a0Heading\n\nWords.'],
    ['a heading with seven signs', '####### Heading\n\nWords.'],
    ['a heading with wide signs', '＃＃ Heading\n\nWords.'],
    ['a sign that was escaped twice', 'Ethics &amp;amp; law.'],
    ['an apostrophe that was escaped twice', 'It&amp;#8217;s so.'],
    ['a sign without its semicolon', 'Ethics &amp law.'],
    ['a sign that there isn’t', 'Ethics &ampersand; law.'],
  ])('%s', (_, words) => {
    expect(codesOf(baseWithLesson(words))).toMatch(/^(?:markdown\.sign,?|markdown\.html,?|file\.conflict)+$/);
  });

  it.each([
    ['a row with more cells than heads', '| a | b |\n|---|---|\n| 1 | 2 | 3 |', 'markdown.unsupported', 18],
    ['words right below a table', '| a | b |\n|---|---|\n| 1 | 2 |\nWords.', 'markdown.unsupported', 19],
    [
      'words in quotation marks behind an address',
      '[a](https://a.example "Words")',
      'markdown.unsupported',
      16,
    ],
    ['a link without words', 'See [](https://a.example).', 'markdown.sign', 16],
    ['a link without words in the course', 'See [](#one-first).', 'markdown.sign', 16],
    ['a heading without words', '###\n\nWords.', 'markdown.heading', 16],
    ['an address with a space in its host', '[a](<https://a b>)', 'link.scheme', 16],
    ['an address with a bracket in its host', '[a](https://[a)', 'link.scheme', 16],
    ['an address with a port that there isn’t', '[a](https://a.example:99999)', 'link.scheme', 16],
    ['an e-mail address without its half', '[a](mailto:somebody)', 'link.scheme', 16],
    ['a number to call in letters', '[a](tel:abc)', 'link.scheme', 16],
  ])('%s', (_, words, code, line) => {
    expect(toldOf(baseWithLesson(words))).toEqual([expect.objectContaining({ code, line })]);
  });

  it.each([
    ['round brackets', 'A fact.:cite(book)'],
    ['a space behind the colon', 'A fact.: cite[book]'],
    ['no colon', 'A fact. cite[book]'],
    ['a wide colon', 'A fact.：cite[book]'],
    ['a wide colon before a term', 'A ：term[word]{id=word}.'],
  ])('a directive with %s', (_, words) => {
    expect(codesOf(baseWithLesson(words))).toBe('directive.unknown');
  });

  it.each([
    ['wide colons', '：：：callout{type=key}\nWords.\n：：：'],
    ['a space that nobody sees before it', '\u200b:::callout{type=key}\nWords.'],
    ['words before it', 'Words :::callout{type=key} and more.'],
    ['a space that does not break before it', '\u00a0:::callout{type=key}\nWords.'],
  ])('a block with %s, and nobody is told that it closes one', (_, words) => {
    const told = toldOf(baseWithLesson(words));
    expect(told.map(({ code }) => code)).toContain('block.malformed');
    expect(told.map(({ message }) => message).join()).not.toContain('closes a block');
  });

  it.each([
    ['turns the direction of writing', '&#x202E;words'],
    ['is left of a letter', 'wor&#0;ds'],
    ['one font alone has', '\uf0b7 words'],
    ['stands for a picture that was lost', 'wor\ufffcds'],
  ])('a sign that %s', (_, words) => {
    expect(codesOf(baseWithLesson(words))).toBe('file.character');
  });

  it.each([
    ['==so==', 'What ==matters== here?'],
    [':smile:', 'Which one :smile:?'],
  ])('%s in a question that is plain words otherwise', (_, stem) => {
    const text = baseText('en/bank/all.yaml').replace('Which one?', stem);
    expect(codesOf(baseWith({ 'en/bank/all.yaml': text }))).toBe('markdown.sign');
  });

  it.each([
    ['of letters', 'El niÃ±o durmiÃ³.', 2],
    ['of apostrophes', 'She canâ€™t, and he wonâ€™t.', 2],
    ['of what opens a question', 'Â¿QuiÃ©n decide?', 2],
  ])('a file that was saved twice, told once by one %s', (_, words, times) => {
    const folder = baseWithLesson(`${words}\n\n${words}`);
    expect(messages(folder)).toEqual([
      expect.stringMatching(new RegExp(`one\\.md:\\d+:\\d+ .* The file has ${2 * times} such places`)),
    ]);
  });

  it.each([
    ['with a space', `${IRI}a b`],
    ['without end', IRI + 'a'.repeat(5000)],
    ['with a bracket that no address has', `${IRI}<a>`],
  ])('an iri %s', (_, iri) => {
    expect(codesOf(withIri(iri))).toBe('field.value');
  });
});

describe('is fine', () => {
  it.each([
    ['brackets before words in brackets', 'The board [the state’s] (since 2020) decides.'],
    ['a number sign within a line', 'Press #2, or call line #3.'],
    ['letters of Portuguese and French', 'São João; IRMÃ e Ã; «IRMÃ» «CHÂ»; pâté.'],
    ['signs with spaces that are meant themselves', '2 ** 3 ** 4 is much, and 3 * 4 * 5 less.'],
    ['signs that are spoken of', 'Mark it with (*), "*" or “**”.'],
    ['signs of equality', 'Where a == b and b == c, a == c; `==x==`; x==y==z.'],
    ['signs that are meant themselves', '\\*\\* not bold \\*\\*'],
    ['brackets that are meant themselves', '\\[\\[words]] and [words]\\[1], \\{{ name }}, \\| a | b |'],
    ['letters of a sign that are meant themselves', 'Write \\&amp; or `&nbsp;` for it; AT&T; Q&A; R&D.'],
    ['signs by their names', 'Ethics &amp; law&nbsp;&ndash; it&#8217;s so&hellip;'],
    ['programming languages', 'C++ and C++/CLI, ~5 to ~7, about ~80%, ~/notes.'],
    ['money', 'It costs $5 {or more} or $6, from $1 to $2^.'],
    ['colons', 'At 10:30:45, re:this:that, a: b: c, ratio 1:2:3, 12:00.'],
    ['names in brackets', 'The board [of the state] [sic], the long term (five years), on site [there].'],
    ['a bracket at the beginning', '[Sic] and [words](#one-first) and [x](#one-first).'],
    ['dialogue', '—No —dijo.\n—Sí.\n\n– a pause –\n– another'],
    ['a year and a number at the beginning of lines', 'It was in\n1986. That year in\n12 towns.'],
    ['powers and approximations', '2^10 = 1024, x^y, a ^ b, ~5, 5~6.'],
    ['signs between words', 'either | or, a|b, x || y, Mon-Fri, one -two\n-three, +1 and +2.'],
    [
      'hash signs',
      '[#3](https://example.org) and **#4**, [sic] (#5), line #3, #hashtag in words, C# and F#.',
    ],
    ['smaller and larger', 'a < b, 3 <4, <3, x<y, a <-> b, 5 > 4, -> there.'],
    ['a table without outer lines', 'a | b\n--|--\n1 | 2'],
    ['a table with all kinds of rows', '| a | b |\n|:--|--:|\n| `x` | **y** |\n| \\| | 2 |'],
    ['a table in a list', '- a\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |'],
    ['lists of all kinds', '* a\n* b\n\n+ c\n+ d\n\n1) e\n2) f\n\n- g\n  1. h\n  2. i'],
    ['a list behind words', 'Words:\n- a\n- b'],
    ['ways to mark', '_a_ __b__ *c* **d** ***e*** ~~f~~ `g` ``h ` i`` **a *b* c** *a **b***'],
    ['addresses', '<https://a.example/?b=1&lt=2> https://a.example/b_c_d~e/(f) www.a.example <me@a.example>'],
    ['a line that ends with a backslash\\\nor two spaces  \nand goes on', 'a\\\nb  \nc'],
    [
      'tables with and without lines at their ends',
      'a | b\n--|--\n1 |\n2 | 3\n| 4 |\n\n| c |\n|---|\n| 5 |\n| 6 |',
    ],
    ['lines between', 'a\n\n***\n\nb\n\n* * *\n\nc\n\n___\n\nd'],
    ['quotations', '> a\nb\n\n> - c\n> - d\n>\n> > e'],
    ['letters of other languages', 'Ünïcödé, 漢字, العربية, עברית, ไทย, 👍🏽 👩‍👩‍👧 and e\u0301'],
  ])('%s', (_, words) => {
    expect(codesOf(baseWithLesson(words))).toBe('');
  });

  it.each(['HTTPS://example.org/A', 'Http://EXAMPLE.org/A', 'Mailto:me@example.org', 'TEL:+1-617-555-0100'])(
    'the address %s, which leads there',
    (address) => {
      const { course } = compileFolder(baseWithLesson(`[words](${address})`), { ledger: 'propose' });
      const shown = address.replace(/^\w+/, (scheme) => scheme.toLowerCase());
      expect(JSON.stringify(course.lessons['en']?.['one'])).toContain(`href=\\"${shown}\\"`);
    },
  );

  it('an iri with letters of any language', () => {
    expect(codesOf(withIri(`${IRI}ética#1`))).toBe('');
  });
});

const messages = (folder: ReturnType<typeof baseWith>): string[] =>
  toldOf(folder).map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
