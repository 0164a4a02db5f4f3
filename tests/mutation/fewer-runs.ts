/** A mutant is tried on every test that reaches it: random cases by the hundred would be most of the hours, and find little more. */
import { configureGlobal } from 'fast-check';

configureGlobal({ numRuns: 25 });
