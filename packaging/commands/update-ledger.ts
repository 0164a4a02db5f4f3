/** `npm run course:ledger`: gives new ids their permanent numbers and retires vanished ones. */
import { UsageError } from '../failures.ts';
import { command } from './command.ts';
import { updateLedger } from '../compile/index.ts';

const DOES = 'Writes ledger.json: new ids get their permanent numbers, vanished ones are retired.';

await command('course:ledger', DOES, async ({ folder, languages }) => {
  if (languages) throw new UsageError('The ledger is the same for all languages: leave --language out.');
  const { added, retired, written } = await updateLedger(folder);
  return [
    written ? 'ledger.json was updated.' : 'ledger.json is up to date.',
    ...(added.length ? [`Added: ${added.join(', ')}`] : []),
    ...(retired.length ? [`Retired: ${retired.join(', ')}`] : []),
  ].join('\n');
});
