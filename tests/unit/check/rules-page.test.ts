/** The page that explains the rules says what the code does. `npx vitest run -u --project unit tests/unit/check` writes it anew. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { RULE_GROUPS, RULES } from '../../../packaging/check/rules/index.ts';
import { todoOnPage, type Rule } from '../../../packaging/check/rules/rule.ts';

const FILE = path.resolve(import.meta.dirname, '../../../docs/checking-packages.md');
const MARK = '<!-- rules -->';
const WEIGHTS = { error: 'Error', warning: 'Warning', note: 'Note' };
const KINDS = { standard: 'a standard’s law', lms: 'a habit of LMSs and browsers' };

function shown([id, { severity, kind, title, why, whom, todo }]: [string, Rule]): string {
  return `#### \`${id}\`\n\n**${title}.** ${WEIGHTS[severity]} at most; ${KINDS[kind]}. ${why} *Whom it hits:* ${whom}. *What to do:* ${todo}`;
}

it('explains every rule as the code has it', async () => {
  const [head = ''] = (await readFile(FILE, 'utf8')).split(MARK);
  const groups = RULE_GROUPS.map(
    ({ title, rules }) => `### ${title}\n\n${Object.entries(rules).map(shown).join('\n\n')}`,
  );
  const page = `${head}${MARK}\n\n## All rules\n\n${groups.join('\n\n')}\n`;
  expect(RULE_GROUPS.flatMap(({ rules }) => Object.keys(rules)).toSorted()).toEqual(
    Object.keys(RULES).toSorted(),
  );
  await expect(page).toMatchFileSnapshot(FILE);
});

it.each(Object.entries(RULES))(
  '%s says in sentences why it matters and what to do',
  (_, { title, why, todo, whom }) => {
    expect(title).not.toMatch(/\.$/);
    expect(whom).not.toMatch(/\.$/);
    for (const sentence of [why, todo]) expect(sentence).toMatch(/^["A-Zcmx<][\s\S]*[.:]$/);
  },
);

it('says on a page nothing that only a terminal can do', () => {
  for (const rule of Object.values<Rule>(RULES)) expect(todoOnPage(rule)).not.toMatch(/`|--\w|npm run/);
  expect(todoOnPage(RULES['zip-folder'])).toMatch(/mark everything in it, and zip that\.$/);
});

it('says of each LMS what it does with several SCOs, or that it is not known', () => {
  const { why } = RULES['sco-several'];
  const named = ['Moodle', 'Totara', 'Canvas', 'Blackboard', 'Brightspace', 'Open edX', 'SCORM Cloud'];
  for (const lms of [...named, 'Cornerstone', 'Docebo', 'TalentLMS', 'SuccessFactors', 'Workday'])
    expect(why).toContain(lms);
});
