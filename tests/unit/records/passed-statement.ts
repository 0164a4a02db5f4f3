/** What an LRS has of somebody who passed. */
export const PASSED = {
  id: '00000000-0000-4000-8000-000000000000',
  actor: { name: 'Ann', mbox: 'mailto:ann@example.org' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/passed', display: { en: 'passed' } },
  object: { id: 'https://example.test/course' },
  context: { registration: 'r' },
  timestamp: '2026-03-01T09:00:00Z',
  stored: '2026-03-01T10:00:00.000Z',
};
