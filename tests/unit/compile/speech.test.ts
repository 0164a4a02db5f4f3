/** What somebody says in a scene is told from what is told around it, in each language's own marks, and no word is lost. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setSpeech } from '../../../packaging/compile/speech.ts';

/** Each paragraph; what is said stands between lines. */
const set = (text: string): string[] =>
  [
    ...setSpeech(`<p>${text}</p>`, { speaker: 'Ray', others: ['Ana', 'Dr. Lee', 'Joy'] }).matchAll(
      /<p( class="said")?>(.*?)<\/p>/gs,
    ),
  ].map(([, said, words]) => (said ? `| ${words} |` : words!));

describe('speech', () => {
  it('stands apart from what is told before and after it', () => {
    expect(set('He looks up. “I hate to ask,” he says. “Could you?” You do.')).toEqual([
      'He looks up.',
      '| “I hate to ask,” he says. “Could you?” |',
      'You do.',
    ]);
  });

  it.each([
    ['one sentence that is told between two things said', '“Sure,” he says. He gets up. “Thanks.”'],
    ['a question with its “he asks”', '“Is she bluffing?” he asks you.'],
    ['sentences within one pair of marks', '“I don’t know. Nobody tells me. I call.”'],
    ['a name that is short for a longer one', '“Not today,” Dr. Whitman says.'],
    ['a quotation in a quotation', '“He said “no.” And then “yes.””'],
  ])('holds together %s', (_, text) => {
    expect(set(text)).toEqual([`| ${text} |`]);
  });

  it('is two things where more than a sentence is told between them', () => {
    expect(set('“Can we sit?” she asks. So you sit. Buses go by. She says, “You, too?”')).toEqual([
      '| “Can we sit?” she asks. |',
      'So you sit. Buses go by.',
      '| She says, “You, too?” |',
    ]);
  });

  it.each([
    ['Spanish', 'Él dobla el papel. “Déjalo”, dice.', 'Él dobla el papel.', '“Déjalo”, dice.'],
    ['French', 'Elle sourit. « Non », dit-elle.', 'Elle sourit.', '« Non », dit-elle.'],
    ['German', 'Sie nickt. „Gut. Bis morgen.“', 'Sie nickt.', '„Gut. Bis morgen.“'],
    ['plain text', 'She nods. "Fine. See you."', 'She nods.', '"Fine. See you."'],
  ])('is known by the marks of %s', (_, text, told, said) => {
    expect(set(text)).toEqual([told, `| ${said} |`]);
  });

  it.each([
    ['marked by the author', 'He nods. <span class="other">“Not here,” says the nurse.</span>'],
    ['of another of the cast', 'He nods. In the hall Ana says, “Not here.”'],
    ['of one whose name has a full stop', 'He nods. “Not here,” Dr. Lee says.'],
  ])('is not what somebody else says: %s', (_, text) => {
    expect(set(text)).toEqual([text.replaceAll(/<[^>]*>/g, '')]);
  });

  it.each([
    ['the speaker is named as well', 'Ray says to Ana, “Not here.”'],
    ['the name is among the words that are said', '“Not here, Ana,” he says.'],
    ['the name only begins a longer one', 'Joyfully he says, “Not here.”'],
  ])('is the speaker’s where %s', (_, text) => {
    expect(set(text)).toEqual([`| ${text} |`]);
  });

  it('is parted where two people talk, and where something else is told between', () => {
    expect(set('“Go.” <span class="other">“You go.”</span> He stirs. “My hands shake.”')).toEqual([
      '| “Go.” |',
      '“You go.” He stirs.',
      '| “My hands shake.” |',
    ]);
    expect(set('“Go.” <span class="other">“You go.”</span> “No.”')).toEqual([
      '| “Go.” |',
      '“You go.”',
      '| “No.” |',
    ]);
    expect(set('“Nobody asks.” You look at Ana. “Later.”')).toEqual([
      '| “Nobody asks.” |',
      'You look at Ana.',
      '| “Later.” |',
    ]);
  });

  it('is not looked for in an attribute, and no element is cut', () => {
    expect(set('Das <span lang="de">Haus. Und mehr.</span> He nods.')).toEqual([
      'Das <span lang="de">Haus. Und mehr.</span> He nods.',
    ]);
    expect(set('He nods. <em>“Yes.” He</em> smiles. Then he goes.')).toEqual([
      'He nods.',
      '| <em>“Yes.” He</em> smiles. |',
      'Then he goes.',
    ]);
  });

  it('loses no word, whatever stands in the text', () => {
    const anyText = fc.array(
      fc.constantFrom('“', '”', '"', '«', '»', '„', '.', '?', ' ', 'a', 'B', '<em>x.</em>'),
    );
    const words = (html: string): string => html.replaceAll(/<\/?p[^>]*>|\s/g, '');
    fc.assert(
      fc.property(anyText, (parts) => {
        const text = `a${parts.join('')}`;
        expect(words(setSpeech(`<p>${text}</p>`, { speaker: 'a', others: ['B'] }))).toBe(words(text));
      }),
    );
  });
});
