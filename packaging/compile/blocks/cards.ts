/** Flip cards: written out, or taken from the glossary. */
import { z } from 'zod';
import * as source from '../../../src/course/source-words.ts';
import type { CardsBlock } from '../../../src/course/compiled.ts';
import { didYouMean, oneOfNames } from '../faults.ts';
import { renderFlow } from '../html.ts';
import type { Build } from './build.ts';
import { readYaml } from './read.ts';

/** Either both sides, or a term of the glossary; which of the two is checked by the compiler. */
const cardsSource = z
  .array(
    source.fields({
      front: source.markdown('the front of the card').exactOptional(),
      back: source.markdown('the back of the card').exactOptional(),
      term: source.id.exactOptional(),
    }),
    { error: 'a list of cards, each with front and back, or with term' },
  )
  .min(1, { error: 'at least one card' });

export const buildCards: Build = (block, spot) => {
  const content = readYaml(block, cardsSource, spot);
  if (!content) return undefined;
  const { ctx, owner } = spot;
  const cards: CardsBlock['cards'][number][] = [];
  content.value.forEach(({ front, back, term }, index) => {
    if (term === undefined && front !== undefined && back !== undefined) {
      cards.push({ front: content.pressed(index, 'front').html, back: content.flow(index, 'back').html });
      return;
    }
    if (term === undefined || front !== undefined || back !== undefined) {
      ctx.faults.add('card.sides', content.yaml.place([index]), {
        message:
          term === undefined ? 'This card lacks a side.' : 'This card has a term and sides of its own.',
        expected: 'front and back, or term alone',
      });
      return;
    }
    const entry = ctx.terms?.get(term);
    if (entry) {
      cards.push({ front: escape(entry.term), back: renderFlow(entry.definition, { ctx, owner }).html });
    } else if (ctx.terms) {
      ctx.faults.add('term.unknown', content.yaml.place([index, 'term']), {
        message: `The glossary has no term "${term}".`,
        expected: oneOfNames(ctx.terms.keys()),
        ...didYouMean(term, ctx.terms.keys()),
      });
    }
  });
  return { kind: 'cards', id: block.id, cards };
};

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
