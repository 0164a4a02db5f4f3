import { describe, expect, it } from 'vitest';
import { certificateName } from '../../../src/player/certificate-name.ts';

describe('the name on a certificate', () => {
  it.each([
    // as SCORM 1.2 has it
    ['Rivera, Ana', 'Ana Rivera'],
    ['Rivera Soto,  Ana María ', 'Ana María Rivera Soto'],
    ['Rivera,Ana', 'Ana Rivera'],
    ['O’Neil-Ruiz, Ana', 'Ana O’Neil-Ruiz'],
    // as it is
    ['Ana Rivera', 'Ana Rivera'],
    ['  Ana   Rivera\t', 'Ana Rivera'],
    ['Ana', 'Ana'],
    ['安娜', '安娜'],
    ['J. Rivera', 'J. Rivera'],
    // one side missing
    ['Rivera,', 'Rivera'],
    ['Rivera, ', 'Rivera'],
    [', Ana', 'Ana'],
    ['null, Ana', 'Ana'],
    ['Rivera, undefined', 'Rivera'],
    // what follows a name
    ['Smith, Jr.', 'Smith, Jr.'],
    ['John Smith, Jr.', 'John Smith, Jr.'],
    ['Smith, John, Jr.', 'John Smith, Jr.'],
    ['Smith, Jr., John', 'John Smith, Jr.'],
    ['Smith III, John', 'John Smith III'],
    ['Rivera, Ana, PhD', 'Ana Rivera, PhD'],
    ['Rivera, Ana, M.S.W.', 'Ana Rivera, M.S.W.'],
    ['John Smith 3rd', 'John Smith 3rd'],
    ['Ana Rivera, LICSW', 'Ana Rivera, LICSW'],
    ['Rivera, Ana, LICSW', 'Ana Rivera, LICSW'],
    ['Ana Rivera, MEd', 'Ana Rivera, MEd'],
    ['Rivera, Ana, M.Ed.', 'Ana Rivera, M.Ed.'],
    ['Ana Rivera, MSW, LADC', 'Ana Rivera, MSW, LADC'],
    ['Ana Rivera, CADC', 'Ana Rivera, CADC'],
    ['RIVERA SOTO, MAR', 'MAR RIVERA SOTO'],
    ['RIVERA, ANA', 'ANA RIVERA'],
    ['Rivera, ANA', 'ANA Rivera'],
    ['Ma, Anna', 'Anna Ma'],
    // words for nothing beside a name
    ['Ana null', 'Ana'],
    ['null Rivera', 'Rivera'],
    ['Rivera, (null)', 'Rivera'],
    ['Christopher Null', 'Christopher Null'],
    // in no form that can be turned round
    ['Rivera, Soto, Ana', 'Rivera, Soto, Ana'],
  ])('%o is %o', (given, name) => {
    expect(certificateName(given, 'learner-1')).toBe(name);
  });

  it.each([
    [''],
    [' '],
    [','],
    [', '],
    ['null'],
    ['undefined'],
    ['Undefined, Null'],
    ['null null'],
    ['undefined undefined'],
    ['(null)'],
    ['[undefined]'],
    ['Anonymous'],
    ['Jr.'],
    ['7f3c9a52-0b1e-4c1d-9f3e-1a2b3c4d5e6f'],
    ['12345'],
    ['jdoe42'],
    ['s-1234'],
    ['ana@example.org'],
    ['mailto:ana@example.org'],
    ['Rivera, ana@example.org'],
    ['https://example.org/people/ana'],
    ['ana_rivera'],
    ['ana.rivera'],
    ['EXAMPLE\\ana'],
    ['--'],
  ])('%o is no name: the page asks', (given) => {
    expect(certificateName(given)).toBe('');
  });

  it('is not the learner’s id said once more', () => {
    expect(certificateName('arivera', 'arivera')).toBe('');
    expect(certificateName('ARivera', 'arivera https://lms.example.org')).toBe('');
    expect(certificateName('Ana', 'ana-1')).toBe('Ana');
  });
});
