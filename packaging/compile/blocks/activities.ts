/** Checks, practice tests, and the private blocks: reflections, commitments, confidence. */
import { z } from 'zod';
import * as source from '../../../src/course/source-words.ts';
import { questionSource } from '../../../src/course/questions.ts';
import type { Context } from '../context.ts';
import type { ParsedBlock } from '../directives.ts';
import { didYouMean, oneOfNames } from '../faults.ts';
import { buildQuestion } from '../questions.ts';
import { sameTwice } from '../same.ts';
import type { Build } from './build.ts';
import { readMarkdown, readYaml } from './read.ts';

const commitmentsSource = source.fields({
  intro: source.markdown('the words before the list'),
  items: z
    .array(source.fields({ id: source.id, text: source.markdown('what the learner commits to') }), {
      error: 'a list of commitments',
    })
    .min(1, { error: 'at least one commitment' }),
});

export const buildCheck: Build = (block, spot) => {
  const content = readYaml(block, questionSource, spot);
  if (!content) return undefined;
  const { due, teaches } = block.attributes ?? {};
  if (due !== undefined) checkFile(due, block, spot.ctx);
  if (teaches !== undefined) checkSection(teaches, block, spot.ctx);
  return {
    kind: 'check',
    id: block.id,
    question: buildQuestion(content, spot.ctx.faults),
    ...(due !== undefined && { due }),
    ...(teaches !== undefined && { teaches }),
  };
};

export const buildReflection: Build = (block, spot) => {
  const prompt = readMarkdown(block, spot);
  return prompt === undefined ? undefined : { kind: 'reflection', id: block.id, prompt };
};

export const buildCommitments: Build = (block, spot) => {
  const content = readYaml(block, commitmentsSource, spot);
  if (!content) return undefined;
  const { items } = content.value;
  sameTwice(
    items.map((item) => item.id),
    (index) => content.yaml.place(['items', index, 'id']),
    'commitment',
    spot.ctx.faults,
  );
  return {
    kind: 'commitments',
    id: block.id,
    intro: content.inline('intro').html,
    items: items.map(({ id }, index) => ({ id, text: content.pressed('items', index, 'text').html })),
  };
};

export const buildConfidence: Build = (block) => {
  const moment = block.attributes?.['moment'];
  return moment === 'before' || moment === 'after' ? { kind: 'confidence', id: block.id, moment } : undefined;
};

export const buildPractice: Build = (block, { ctx }) => {
  const { file, run, minutes } = block.attributes ?? {};
  if (file === undefined) return undefined;
  checkFile(file, block, ctx);
  if ((run === undefined) !== (minutes === undefined)) {
    ctx.faults.add('practice.run', block.place, {
      message: 'A timed run needs both its number of questions and its minutes.',
      expected: 'run and minutes, such as run=20 minutes=30, or neither',
    });
  }
  return {
    kind: 'practice',
    id: block.id,
    file,
    ...(run && minutes && { run: { items: Number(run), minutes: Number(minutes) } }),
  };
};

function checkSection(teaches: string, block: ParsedBlock, { faults, sections }: Context): void {
  if (!sections || sections.includes(teaches)) return;
  faults.add('check.teaches', block.place, {
    message: `There is no section "${teaches}".`,
    expected: 'the id of a section (## … {#id})',
    ...didYouMean(teaches, sections),
  });
}

function checkFile(file: string, block: ParsedBlock, { faults, practiceFiles }: Context): void {
  if (practiceFiles.includes(file)) return;
  faults.add('practice.file', block.place, {
    message: `There is no file practice/${file}.yaml.`,
    expected: oneOfNames(practiceFiles),
    ...didYouMean(file, practiceFiles),
  });
}
