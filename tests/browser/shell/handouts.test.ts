/** Handouts: a lesson on paper, from its own content. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { LessonContent } from '../../../src/course/compiled.ts';
import { courseFiles } from './course.ts';
import { findAll, goTo, launch, objections, press, words, type Start, type Visit } from './harness.ts';

/** A browser that prints tells so; what it would have put on the paper. */
const paper: string[] = [];

async function launchWithPaper(start: Start = {}): Promise<Visit> {
  paper.length = 0;
  vi.spyOn(globalThis, 'print').mockImplementation(() => {
    dispatchEvent(new Event('beforeprint'));
    paper.push(document.querySelector('.print-alone')?.textContent.replace(/\s+/g, ' ').trim() ?? '');
  });
  const compass = courseFiles().get('lesson-compass-en') as LessonContent;
  const [first, ...rest] = compass.sections;
  const more = [
    { kind: 'takeaway', title: 'To keep', html: '<p>Go slowly.</p>' },
    { kind: 'callout', type: 'key', html: '<p>Ask first.</p>' },
    { kind: 'callout', type: 'note', html: '<p>By the way.</p>' },
  ] as const;
  const sections = [{ ...first!, blocks: [...first!.blocks, ...more] }, ...rest];
  return launch({ ...start, files: { 'lesson-compass-en': { ...compass, sections } } });
}

afterEach(() => {
  vi.restoreAllMocks();
  document.querySelector('body > .print-alone')?.remove();
});

describe('a handout', () => {
  it('has the goals, what to take along, the terms and sources of its lesson, and room for notes', async () => {
    await launchWithPaper({ at: 'handouts' });
    await press(/^Print.*A compass/);
    await vi.waitFor(() => expect(paper).toHaveLength(1));
    expect(paper[0]).toBe(
      [
        'The Test Code · Lesson 1 A compass After this lesson you can say what it is for',
        'To take along To keep Go slowly. Ask first.',
        'Key terms Mutuality Both give and both learn. Notes',
        'Sources [1] The first source. Press. [2] The second source. Press. https://www.example.org/second/',
      ].join(' '),
    );
    expect(findAll('.print-alone .line').length).toBeGreaterThan(5);
  });

  it('leaves out what a lesson has nothing of', async () => {
    await launchWithPaper({ at: 'handouts' });
    await press(/^Print.*What is shared/);
    await vi.waitFor(() => expect(paper).toHaveLength(1));
    expect(paper[0]).not.toMatch(/Key terms|To take along|Sources/);
  });

  it('can be had at the lesson’s end', async () => {
    await launchWithPaper({ at: 'compass/done' });
    await press('Print a handout');
    await vi.waitFor(() => expect(paper[0]).toContain('Lesson 1 A compass'));
  });

  it('is not to be had of a lesson that is locked', async () => {
    await launchWithPaper({ at: 'handouts', course: { gating: 'in-order' } });
    await expect.element(page.getByRole('button', { name: /^Print.*A compass/ })).toBeVisible();
    expect(page.getByRole('button', { name: /^Print.*What is shared/ }).elements()).toEqual([]);
    expect(words()).toContain('not open yet');
  });

  it('says so where its lesson could not be loaded, and nothing is printed', async () => {
    const visit = await launchWithPaper({ at: 'handouts' });
    visit.missing.add('lesson-privacy-en');
    await press(/^Print.*What is shared/);
    expect(words()).toContain('This part could not be loaded.');
    expect(paper).toEqual([]);
    visit.missing.clear();
    await press(/^Print.*What is shared/);
    await vi.waitFor(() => expect(paper).toHaveLength(1));
    expect(words()).not.toContain('This part could not be loaded.');
  });

  it('has no objections on its list', async () => {
    await launchWithPaper({ course: { gating: 'in-order' } });
    await goTo('handouts');
    expect(await objections()).toEqual([]);
  });
});
