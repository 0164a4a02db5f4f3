/** `npm run course:ledger`: gives new ids their permanent numbers and retires vanished ones. */
import { updateLedger } from '../compile/read-folder.ts';
import { command } from './command.ts';

const LEDGER = {
  name: 'course:ledger',
  does: 'Writes ledger.json: new ids get their permanent numbers, vanished ones are retired. It is the same for all languages.',
  options: {},
};

export default command(LEDGER, async ({ folder }, { say }) => {
  const { added, retired, written } = await updateLedger(folder);
  const lines = [
    written ? 'ledger.json was updated.' : 'ledger.json is up to date.',
    ...(added.length ? [`Added: ${added.join(', ')}`] : []),
    ...(retired.length ? [`Retired: ${retired.join(', ')}`] : []),
  ];
  say(lines.join('\n'));
  return 0;
});
