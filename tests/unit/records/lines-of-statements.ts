/** Statements, one a line. */
export const line = (number: number): string =>
  JSON.stringify({
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    actor: { account: { homePage: 'https://lms.example.test', name: `p${number % 100}` } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
    object: {
      id: `https://course.test/items/i${number % 7}`,
      definition: { type: 'http://adlnet.gov/expapi/activities/cmi.interaction' },
    },
    result: { response: 'a', success: number % 2 === 0, duration: 'PT2S' },
    context: { registration: `r${number % 100}` },
    timestamp: '2026-03-04T13:14:00.000Z',
  });

export const lines = (count: number): string[] => Array.from({ length: count }, (_, number) => line(number));
