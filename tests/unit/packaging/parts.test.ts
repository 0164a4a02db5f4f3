import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOptions, usage } from '../../../packaging/commands/options.ts';
import { head, page } from '../../../packaging/pack/page.ts';
import { UsageError } from '../../../packaging/failures.ts';
import { escapeXml, xml } from '../../../packaging/pack/xml.ts';
import { unzip, zip } from '../../../packaging/pack/zip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the zip', () => {
  const files = new Map([
    ['b/two-12345678.js', bytes('2')],
    ['a.txt', bytes('1')],
  ]);

  it('holds the same bytes whatever the order, the clock and the time zone', async () => {
    const script = `import { zip } from './packaging/pack/zip.ts';
      const bytes = (t) => new TextEncoder().encode(t);
      zip(new Map([['a.txt', bytes('1')], ['b/two-12345678.js', bytes('2')]])).then((z) => console.log(Buffer.from(z).toString('base64')));`;
    const elsewhere = execFileSync('npx', ['tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, TZ: 'Pacific/Kiritimati' },
      encoding: 'utf8',
    });
    expect(elsewhere.trim()).toBe(Buffer.from(await zip(files)).toString('base64'));
  });

  it('gives back what was put in', async () => {
    expect(await unzip(await zip(files))).toEqual(files);
  });

  it.each(['../evil', '/abs', 'a//b', 'a/./b', 'a b', 'ü', ''])('refuses the name "%s"', async (name) => {
    await expect(zip(new Map([[name, bytes('x')]]))).rejects.toThrow('named');
  });
});

describe('XML text', () => {
  it('escapes whatever is put in, and nothing of the template', () => {
    expect(xml`<a b="${'"<&>'}">${xml`<c/>`}</a>`.text).toBe('<a b="&quot;&lt;&amp;&gt;"><c/></a>');
  });

  it('never lets a character through that XML 1.0 forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // oxlint-disable-next-line no-control-regex -- these are the characters in question
        expect(escapeXml(text)).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF<]/);
      }),
    );
  });
});

describe('the page', () => {
  const facts = {
    template: '<!doctype html><html lang="%LANGUAGE%"><head><title>%TITLE%</title><!--head--></head></html>',
    language: 'en',
    title: 'A $& "title" </title>',
    connect: "'self'",
    entry: 'player/scorm12-12345678.js',
    preload: ['player/launch-12345678.js'],
    player: 'player/player-12345678.js',
    styles: ['player/theme-12345678.css'],
    tooOld: 'player/too-old-12345678.js',
    launch: 'content/course-1234567890.json',
  };

  it('escapes the title', () => {
    expect(page(facts)).toContain('<title>A $&amp; &quot;title&quot; &lt;/title&gt;</title>');
  });

  it('names everything that the first screen needs', () => {
    for (const name of [facts.entry, ...facts.preload, ...facts.styles, facts.launch])
      expect(head(facts)).toContain(`"${name}"`);
  });

  it('says when the template has lost a marker', () => {
    expect(() => page({ ...facts, template: '<html></html>' })).toThrow('marker');
  });
});

describe('options', () => {
  const known = ['scorm12', 'web'];

  it('takes all standards where none is named', () => {
    expect(readOptions([], known)).toEqual({
      course: 'course',
      out: 'dist/packages',
      standards: known,
      help: false,
    });
  });

  it('takes every flag', () => {
    const args =
      '--standard web --language es --language en --pass-mark 70 --organisation Org --logo l.svg --course c --out o -h';
    expect(readOptions([...args.split(' '), '--title', '  Two   words '], known)).toEqual({
      course: 'c',
      out: 'o',
      standards: ['web'],
      languages: ['es', 'en'],
      passMark: 70,
      title: 'Two words',
      organisation: 'Org',
      logo: 'l.svg',
      help: true,
    });
  });

  it.each([
    [['--standard', 'aicc'], /"aicc" is not known.*scorm12, web/],
    [['--pass-mark', '101'], /1 to 100/],
    [['--pass-mark', '0'], /1 to 100/],
    [['--pass-mark', '8e1'], /1 to 100/],
    [['--title', '  '], /1 to 200/],
    [['--colour', 'red'], /colour/],
    [['--title'], /title/],
    [['stray'], /stray/],
  ])('answers %j with one clear line', (args, says) => {
    const call = (): unknown => readOptions(args, known);
    expect(call).toThrow(UsageError);
    expect(call).toThrow(says);
    expect(call).not.toThrow(/\n/);
  });

  it('lists every standard in the help', () => {
    const help = usage(known.map((id) => ({ id, name: id.toUpperCase() })));
    for (const id of known) expect(help).toContain(id.toUpperCase());
  });
});
