/** A small package's facts, with words that need escaping. */
import type { CourseStructure, CourseText } from '../../../src/course/compiled.ts';
import type { PackageFacts } from '../../../packaging/pack/manifest/facts.ts';

export function facts(change: Partial<PackageFacts> = {}): PackageFacts {
  return {
    course: course(),
    texts: [text('en'), text('es')],
    files: ['index.html', 'player/a-12345678.js'],
    page: 'index.html',
    minutes: 65,
    ...change,
  };
}

export function course(change: Partial<CourseStructure> = {}): CourseStructure {
  return {
    id: 'keeping-faith',
    iri: 'https://example.org/courses/keeping-faith',
    version: '1.2.0',
    languages: ['en', 'es'],
    gating: 'free',
    completion: { lessons: true, checks: false, assessment: true },
    assessment: {
      passMark: 80,
      tries: 3,
      partialCredit: true,
      blueprint: [{ objective: 'obj-one', count: 4 }],
    },
    status12: 'passed',
    objectives: [
      { id: 'obj-one', no: 0, graded: true },
      { id: 'obj-two', no: 1, graded: false },
    ],
    lessons: [{ id: 'first', no: 0, minutes: 60, optional: false, objectives: ['obj-one'], sections: [] }],
    files: {},
    ...change,
  };
}

export function text(language: string): CourseText {
  return {
    language,
    title: `Trust & "care" <${language}>`,
    description: `What it teaches (${language}) & why`,
    keywords: [`ethics ${language}`, 'R&D'],
    objectives: { 'obj-one': `Say what is private (${language})`, 'obj-two': 'Plan' },
    lessons: {},
    pages: {},
    help: [],
    ui: {},
  };
}
