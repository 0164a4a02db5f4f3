import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { head, page } from '../../../packaging/pack/page.ts';
import { fromText, toText } from '../../../packaging/pack/portable.ts';
import { escapeXml, xml } from '../../../packaging/pack/xml.ts';
import { unzip, zip } from '../../../packaging/pack/zip.ts';
import { anyText } from '../any-text.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the zip', () => {
  const files = new Map([
    ['b/two-12345678.js', bytes('2')],
    ['a.txt', bytes('1')],
  ]);

  it('holds the same bytes whatever the order, the clock and the time zone', async () => {
    const here = await zip(files);
    const [zone, offset] = [process.env['TZ'], new Date().getTimezoneOffset()];
    process.env['TZ'] = offset === -840 ? 'Pacific/Pago_Pago' : 'Pacific/Kiritimati';
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    try {
      expect(new Date().getTimezoneOffset()).not.toBe(offset);
      expect(await zip(new Map([...files].toReversed()))).toEqual(here);
    } finally {
      vi.useRealTimers();
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('gives back what was put in', async () => {
    expect(await unzip(await zip(files))).toEqual(files);
  });

  it('is unpacked up to a limit alone, whatever it says of itself', async () => {
    const bomb = await zip(
      new Map([
        ['bomb.txt', new Uint8Array(3_000_000)],
        ['more.txt', bytes('1')],
      ]),
    );
    expect(bomb.byteLength).toBeLessThan(4000);
    await expect(unzip(bomb, 1_000_000)).rejects.toThrow('larger than any course');
    await expect(unzip(bomb, 3_000_000)).rejects.toThrow('larger than any course');
    expect((await unzip(bomb, 3_000_001)).get('bomb.txt')?.byteLength).toBe(3_000_000);
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
      fc.property(anyText(), (text) => {
        // oxlint-disable-next-line no-control-regex -- these are the characters in question
        expect(escapeXml(text)).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF<]/);
      }),
    );
  });
});

describe('the page', () => {
  const facts = {
    template:
      '<!doctype html><html lang="%LANGUAGE%" dir="%DIRECTION%"><head><title>%TITLE%</title><!--head--></head><body><!--p page.failed--><button><!--span page.again--></button></body></html>',
    title: 'A $& "title" </title>',
    words: [
      { language: 'en', words: { 'page.failed': 'It <failed>.', 'page.again': 'Again' } },
      { language: 'ar', words: { 'page.failed': 'فشل', 'page.again': 'مرة أخرى' } },
    ],
    connect: "'self'",
    entry: 'player/scorm12-12345678.js',
    preload: ['player/launch-12345678.js'],
    first: 'player/first-12345678.js',
    player: 'player/player-12345678.js',
    soon: ['player/within-12345678.js'],
    styles: ['player/theme-12345678.css'],
    tooOld: 'player/too-old-12345678.js',
    notStarted: 'player/not-started-12345678.js',
    causes: 'content/causes-1234567890.js',
    launch: 'content/course-1234567890.json',
  };

  it('escapes the title', () => {
    expect(page(facts)).toContain('<title>A $&amp; &quot;title&quot; &lt;/title&gt;</title>');
  });

  it('names everything that the first screen needs', () => {
    for (const name of [facts.entry, ...facts.preload, ...facts.styles, facts.launch, facts.first])
      expect(head(facts)).toContain(`"${name}"`);
  });

  it('has what a page of the course waits for fetched behind that', () => {
    const inHead = head(facts);
    const [before = '', ...later] = inHead.split('rel="modulepreload" fetchpriority="low" ');
    expect(later.map((named) => /^href="([^"]+)"/.exec(named)?.[1])).toEqual([facts.player, ...facts.soon]);
    for (const name of [facts.entry, ...facts.preload, ...facts.styles, facts.launch, facts.first])
      expect(before).toContain(`"${name}"`);
  });

  it('says when the template has lost a marker', () => {
    expect(() => page({ ...facts, template: '<html></html>' })).toThrow('marker');
  });

  it('has the words for when nothing runs in each of the course’s languages, and in no other', () => {
    expect(page(facts)).toContain('<p lang="en">It &lt;failed&gt;.</p><p lang="ar" dir="rtl">فشل</p>');
    expect(page(facts)).toContain('<span lang="en">Again</span> · <span lang="ar" dir="rtl">مرة أخرى</span>');
    expect(() => page({ ...facts, words: [{ language: 'en', words: {} }] })).toThrow('"page.failed" in "en"');
  });

  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['ur', 'rtl'],
    ['az', 'ltr'],
    ['az-Arab', 'rtl'],
  ])('says that %s is written %s', (language, direction) => {
    const words = [{ language, words: facts.words[0]!.words }];
    expect(page({ ...facts, words })).toContain(`<html lang="${language}" dir="${direction}">`);
  });
});

describe('what reaches another page as text', () => {
  it('comes back as it was, bytes, maps and sets included', () => {
    const value = {
      bytes: Uint8Array.from({ length: 20_000 }, (_, at) => at % 256),
      map: new Map([['a', { set: new Set(['x', 'y']), none: null }]]),
      list: [1, 'two', { three: new Uint8Array(), four: new Uint8Array([7]) }],
    };
    expect(fromText(toText(value))).toEqual(value);
    // Node's own bytes have a way of their own to become JSON
    expect(fromText(toText([Buffer.from([1, 2])]))).toEqual([Uint8Array.of(1, 2)]);
  });
});
