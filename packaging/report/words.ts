/** The HTML of compiled content that is read, for counting its words. */
import type { Block, Question } from '../../src/course/compiled.ts';

/** The HTML that everybody reads who takes the section once: of a scenario one way through, of boxes to open nothing. */
export function htmlOf(block: Block): string[] {
  switch (block.kind) {
    case 'prose':
    case 'callout':
    case 'takeaway':
      return [block.html];
    case 'figure':
      return [block.caption ?? ''];
    case 'tabs':
      return block.tabs.map(({ html }) => html);
    case 'steps':
      return block.steps.flatMap(({ title, html }) => [`<p>${title}</p>`, html]);
    case 'cards':
      return block.cards.flatMap(({ front, back }) => [front, back]);
    case 'sort':
      return [block.question, ...block.cards.flatMap(({ text, why }) => [text, why])];
    case 'check':
      return htmlOfQuestion(block.question);
    case 'reflection':
      return [block.prompt];
    case 'commitments':
      return [block.intro, ...block.items.map(({ text }) => text)];
    case 'scenario':
      return htmlOfWay(block);
    case 'expand':
    case 'confidence':
    case 'practice':
      return [];
  }
}

/** A question as one reads it: stem, options, and the explanation of one of them. */
export function htmlOfQuestion(question: Question): string[] {
  switch (question.type) {
    case 'one':
    case 'several':
      return [
        question.stem,
        ...question.options.map(({ text }) => text),
        question.options.find(({ right }) => right)?.why ?? '',
      ];
    case 'true-false':
      return [question.stem, question.answer ? question.whenTrue : question.whenFalse];
    case 'match':
      return [
        question.stem,
        ...question.left.map(({ text }) => text),
        ...question.right.map(({ text }) => text),
      ];
    case 'order':
      return [question.stem, ...question.steps.map(({ text }) => text)];
    case 'fill-in':
      return [question.stem, question.why];
  }
}

/** The first choice of each scene, to an ending. */
function htmlOfWay({ intro, scenes }: Extract<Block, { kind: 'scenario' }>): string[] {
  const read = [intro];
  const seen = new Set<string>();
  let scene = scenes[0];
  while (scene && !seen.has(scene.id)) {
    seen.add(scene.id);
    read.push(scene.text, ...scene.choices.map(({ text }) => text), scene.debrief ?? '');
    const [choice] = scene.choices;
    if (choice) read.push(choice.because);
    scene = scenes.find(({ id }) => id === choice?.then);
  }
  return read;
}
