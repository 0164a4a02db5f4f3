/** Directives within the text: `:term[words]{id=…}`, `:cite[key]` and `:lang[words]{en}`; in scenes `:other[words]`. */
import type { PhrasingContent, RootContent, Nodes } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Spot } from './context.ts';
import { didYouMean, oneOfNames } from './faults.ts';
import { placeIn, type Fragment } from './fragment.ts';
import { endOf, startOf, type TextDirective } from './markdown.ts';
import { isLanguageTag } from '../../src/course/source-words.ts';

/** Gives each directive the element that it becomes. Changes the tree. */
export function prepareDirectives(nodes: readonly RootContent[], spot: Spot): void {
  for (const top of nodes) {
    visit(top, 'textDirective', (node, index, parent) => {
      if (!parent || index === undefined) return;
      if (node.name === 'term') {
        term(node, spot);
      } else if (node.name === 'cite') {
        const anchors = cite(node, spot);
        parent.children.splice(index, 1, ...anchors);
        return [SKIP, index + anchors.length];
      } else if (node.name === 'lang') {
        lang(node, spot);
      } else if (node.name === 'other') {
        other(node, spot);
      } else {
        spot.ctx.faults.add('directive.unknown', placeIn(spot.fragment, startOf(node)), {
          message: `There is no directive "${node.name}".`,
          expected: ':term[words]{id=…}, :cite[key] or :lang[words]{en}',
          ...didYouMean(node.name, ['term', 'cite', 'lang']),
        });
      }
      return undefined;
    });
  }
}

function term(node: TextDirective, { ctx, fragment }: Spot): void {
  const place = placeIn(fragment, startOf(node));
  const { id, ...others } = node.attributes ?? {};
  const extra = Object.keys(others)[0] ?? protoIn(node, fragment);
  const known = ctx.terms ? [...ctx.terms.keys()] : [];
  if (extra !== undefined || !id || !node.children.length) {
    const lack = node.children.length ? 'id' : 'words';
    ctx.faults.add(extra === undefined ? 'field.missing' : 'field.unknown', place, {
      message: extra === undefined ? `This :term has no ${lack}.` : `A :term has no field "${extra}".`,
      expected: ':term[words]{id=…}, with the id of a term in glossary.yaml',
    });
  } else if (ctx.terms && !ctx.terms.has(id)) {
    ctx.faults.add('term.unknown', place, {
      message: `The glossary has no term "${id}".`,
      expected: oneOfNames(known),
      ...didYouMean(id, known),
    });
  }
  // a link, not a button: its words go over the end of a line like all others, and the comma after them stays with them
  node.data = { hName: 'a', hProperties: { className: ['term'], href: '#glossary', dataTerm: id ?? '' } };
}

/** An object takes this name for no field of its own. */
function protoIn(node: TextDirective, { text }: Fragment): string | undefined {
  return /\{[^}]*__proto__/.test(text.slice(startOf(node), endOf(node))) ? '__proto__' : undefined;
}

function cite(node: TextDirective, { ctx, fragment, owner }: Spot): PhrasingContent[] {
  const place = placeIn(fragment, startOf(node));
  const keys = wordsOf(node)
    .split(',')
    .map((key) => key.trim())
    .filter(Boolean);
  const extra = Object.keys(node.attributes ?? {})[0] ?? protoIn(node, fragment);
  if (extra !== undefined || !keys.length) {
    ctx.faults.add(extra === undefined ? 'field.missing' : 'field.unknown', place, {
      message: extra === undefined ? 'This :cite names no source.' : `A :cite has no field "${extra}".`,
      expected: ':cite[key], with a key of sources.yaml',
    });
  }
  const known = [...(ctx.sources?.keys() ?? [])];
  const anchors: PhrasingContent[] = [];
  for (const key of keys) {
    const source = ctx.sources?.get(key);
    if (!source) {
      if (!ctx.sources) continue;
      const words = {
        message: `There is no source "${key}".`,
        expected: oneOfNames(known),
        ...didYouMean(key, known),
      };
      ctx.faults.add('source.unknown', place, words);
      continue;
    }
    const places = ctx.citedIn.get(key) ?? new Set();
    ctx.citedIn.set(key, places.add(owner));
    anchors.push(anchor(key, source.number, source.label));
  }
  return anchors;
}

/** Words in another language than the text around them, so that they are read aloud as they sound (WCAG 2.2, 3.1.2). */
function lang(node: TextDirective, { ctx, fragment }: Spot): void {
  const [tag = '', ...more] = Object.entries(node.attributes ?? {}).map(([name, value]) =>
    value ? `${name}=${value}` : name,
  );
  if (!isLanguageTag(tag) || more.length || !node.children.length) {
    const message = !node.children.length
      ? 'This :lang has no words.'
      : tag
        ? `A :lang names one language, and this one says "${[tag, ...more].join(' ')}".`
        : 'This :lang names no language.';
    const code = tag && node.children.length ? 'field.value' : 'field.missing';
    ctx.faults.add(code, placeIn(fragment, startOf(node)), {
      message,
      expected: ':lang[words]{en}, with the tag of a language such as en, es or pt-BR',
    });
  }
  node.data = { hName: 'span', hProperties: { lang: tag } };
}

/** What somebody else than the speaker of a scene says; `speech.ts` reads the mark and takes it away. */
function other(node: TextDirective, { ctx, fragment, speech }: Spot): void {
  const place = placeIn(fragment, startOf(node));
  if (!speech) {
    ctx.faults.add('directive.unknown', place, {
      message: 'An :other stands where nobody speaks.',
      expected: ':other[…] in the text of a scene that has a speaker',
    });
  } else if (!node.children.length || Object.keys(node.attributes ?? {}).length) {
    ctx.faults.add('field.value', place, {
      message: node.children.length ? 'An :other has no fields.' : 'This :other has no words.',
      expected: ':other[“Not here,” says the nurse.], around what somebody else than the speaker says',
    });
  }
  node.data = { hName: 'span', hProperties: { className: ['other'] } };
}

/** The label begins with the visible words, so that people who speak to their computer can press it. */
function anchor(key: string, number: number, label: string): PhrasingContent {
  return {
    type: 'emphasis',
    children: [{ type: 'text', value: `[${number}]` }],
    data: {
      hName: 'a',
      hProperties: {
        className: ['cite'],
        href: '#sources',
        dataCite: key,
        ariaLabel: `[${number}] ${label}`,
      },
    },
  };
}

function wordsOf(node: Nodes): string {
  let text = '';
  visit(node, 'text', (part) => {
    text += part.value;
  });
  return text;
}
