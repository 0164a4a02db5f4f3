/**
 * Every mistake that the compiler finds, by a stable code: what it means, and what to do when the place has nothing
 * better to say. A test holds this list and the broken courses in tests/fixtures together.
 */
export const CATALOGUE = {
  // -- files
  'folder.missing': [
    'A folder that a course needs is not there.',
    'Make the folder, as docs/authoring.md lays it out.',
  ],
  'file.missing': [
    'A file that a course needs is not there.',
    'Make the file, as docs/authoring.md describes it.',
  ],
  'file.empty': ['A file has nothing in it.', 'Write it, or take the file away.'],
  'file.encoding': [
    'A file is not UTF-8, or was not when it was saved.',
    'Save it again in your editor with the encoding UTF-8.',
  ],
  'file.character': ['A file holds a character that no text needs, such as NUL.', 'Delete the character.'],
  'file.conflict': [
    'A file holds the marks of a merge that nobody has resolved.',
    'Choose between what stands above and below =======, and delete the lines of marks.',
  ],
  'file.size': [
    'A file, or the course as a whole, is larger than any course needs.',
    'Divide it, or take out what does not belong to the course.',
  ],
  'file.link': [
    'A link to a file or folder stands in the course.',
    'Links are not followed: put the file itself in its place.',
  ],
  'file.unknown': ['A file stands where no course file belongs.', 'Rename it, move it, or take it away.'],
  'front-matter.missing': [
    'A Markdown file does not begin with front matter.',
    'Begin the file with a line ---, the fields, and a line ---.',
  ],
  // -- YAML and fields
  'yaml.syntax': [
    'The text is not valid YAML.',
    'Correct it. Put text that holds ": " or begins with a quote in quotes.',
  ],
  'yaml.tab': ['YAML holds a tab.', 'Use spaces.'],
  'yaml.comment': [
    'Words behind a text, after a space and #, are a comment to YAML: nobody would read them.',
    'Put the whole text in quotes. If it is meant as a comment, give it a line of its own.',
  ],
  'yaml.sign': [
    'A text begins with a sign that YAML takes for something of its own: nobody would read it.',
    'Put the text in quotes.',
  ],
  'yaml.duplicate': ['A field stands twice in the same map.', 'Keep one of them.'],
  'field.missing': ['A field that is needed is not there.', 'Add it.'],
  'field.unknown': ['A field is not known here.', 'Correct its spelling, or take it away.'],
  'field.value': ['A field has a value that it cannot have.', 'Write what was expected.'],
  // -- ids
  'id.form': [
    'An id is not of the right form.',
    'Use lower-case letters, digits and hyphens; begin with a letter.',
  ],
  'id.duplicate': ['Two things in the course have the same id.', 'Give one of them another id.'],
  'id.reserved': ['An id is a name that the player keeps for itself.', 'Choose another id.'],
  'id.missing': ['A section or a block has no id.', 'Add one, such as {#my-id}.'],
  // -- settings
  'course.twice': ['A list in the settings names the same thing twice.', 'Keep one of them.'],
  'course.completion': [
    'Nothing, or something that the course does not have, is asked for completion.',
    'Set what must be met under completion.',
  ],
  'lesson.unlisted': [
    'A lesson has a file, but course.yaml does not name it.',
    'Add it to lessons in course.yaml, or take the file away.',
  ],
  'lesson.id': ['The id in a lesson’s front matter is not its file’s name.', 'Make the two the same.'],
  'lesson.objective': [
    'A lesson names an objective that the course does not have.',
    'Correct it, or add it to objectives in course.yaml.',
  ],
  'lesson.section': [
    'A lesson has no section, or text before its first one.',
    'Begin each section with a heading such as ## Title {#id}.',
  ],
  'section.attribute': [
    'What stands in the braces of a heading is not understood.',
    'Write {#id} or {#id optional}.',
  ],
  'section.empty': ['A section has nothing in it.', 'Write it, or take its heading away.'],
  'text.objective': [
    'An objective has no words in text.yaml, or words belong to no objective.',
    'Keep objectives in course.yaml and text.yaml the same.',
  ],
  // -- Markdown
  'markdown.html': [
    'Markdown holds HTML.',
    'Write it in Markdown, or as a block. Write \\< for the sign itself.',
  ],
  'markdown.sign': [
    'A sign that marks words up would be shown as it is.',
    'Put a space or a mark such as a full stop outside of the signs, or write a backslash before a sign that is meant itself.',
  ],
  'text.depth': [
    'Lists, quotations, blocks, brackets or parts of a drawing stand too deep inside one another.',
    'Write it flatter; or look whether one of them was left open.',
  ],
  'text.size': [
    'A text has more headings, blocks, cells or entries than anybody reads.',
    'Divide it, or take out what was repeated by mistake.',
  ],
  'markdown.unsupported': [
    'Markdown holds something that the course does not show.',
    'Write it another way.',
  ],
  'markdown.heading': [
    'A heading has a level that does not fit.',
    'Use ### below a section’s ## heading, and #### below ###.',
  ],
  'markdown.one-paragraph': [
    'More than one paragraph stands where one line of text fits.',
    'Write one paragraph.',
  ],
  'markdown.pressed': [
    'A link stands in words that are pressed themselves, such as an option.',
    'Move it into the question or the explanation.',
  ],
  'directive.unknown': [
    'The text holds a directive that is not known.',
    'Use :term[words]{id=…} or :cite[key].',
  ],
  // -- blocks
  'block.unknown': ['There is no block of this name.', 'Correct its name.'],
  'block.malformed': [
    'A line begins like a block, but cannot be read as one.',
    'Write :::name{#id field="text"} on one line, with quotes around text.',
  ],
  'block.unclosed': ['A block is not closed.', 'Close it with ::: on a line of its own.'],
  'block.form': [
    'A block is written with the wrong number of colons.',
    'Write it as docs/authoring.md shows.',
  ],
  'block.place': ['A block stands where it cannot.', 'Move it to the level of the section.'],
  'block.empty': ['A block has nothing in it.', 'Write it, or take the block away.'],
  'block.id': ['A block has an id though it can have none.', 'Take the id away.'],
  // -- references
  'link.scheme': [
    'A link leads to an address of a kind that is not safe or not known.',
    'Use an address that begins with https://, or #id for a place in the course.',
  ],
  'link.broken': ['A link leads to an id that is not in the course.', 'Correct the id.'],
  'term.unknown': ['A term is not in the glossary.', 'Correct the id, or add the term to glossary.yaml.'],
  'source.unknown': [
    'A source that is cited is not in sources.yaml.',
    'Correct the key, or add the source to sources.yaml.',
  ],
  'source.uncited': [
    'A source is cited nowhere.',
    'Cite it with :cite[key], or take it out of sources.yaml.',
  ],
  // -- pictures
  'figure.alt': [
    'A picture has no alt text.',
    'Say what the picture shows: alt="…". Write alt="" only if it carries no meaning.',
  ],
  'media.missing': ['A picture is not in media.', 'Put the file in media, or correct its name.'],
  'media.kind': ['A picture is of a kind that is not shown, or is damaged.', 'Use SVG, PNG, JPEG or WebP.'],
  'svg.forbidden': [
    'An SVG holds something that is not allowed to reach a learner.',
    'Take it out; use the fig- classes for looks. A logo may be a PNG instead.',
  ],
  'svg.colour': [
    'A drawing sets a colour of its own, which cannot be read on every ground.',
    'Use the fig- classes, currentColor or none.',
  ],
  'media.moving': [
    'A picture moves by itself, and nobody could stop it (WCAG 2.2.2).',
    'Save one of its frames as a picture that stands still.',
  ],
  'svg.malformed': ['A file is not an SVG that can be read.', 'Draw it as one <svg> element with a viewBox.'],
  // -- questions
  'question.right': [
    'The right answers of a question do not fit its type.',
    'Mark the right options with right: true.',
  ],
  'question.same': ['Two parts of a question have the same id, or the same words.', 'Make them differ.'],
  'question.fill-in': [
    'A form of a fill-in cannot be typed and kept.',
    'Use at most 40 letters of Western European languages, digits and signs.',
  ],
  'item.objective': [
    'An item tests an objective that the course does not have, or does not grade.',
    'Correct the objective, or add it to course.yaml.',
  ],
  'check.teaches': [
    'A check names a section that is not in the course.',
    'Name the section that teaches it.',
  ],
  'item.teaches': ['An item names a section that is not in the course.', 'Name the section that teaches it.'],
  'objective.untested': [
    'No item tests an objective.',
    'Write an item for it, or take the objective out of course.yaml.',
  ],
  'blueprint.objective': [
    'The blueprint names an objective that the course does not have.',
    'Correct it, or add it to objectives.',
  ],
  'blueprint.items': [
    'The blueprint asks for more items than the bank has.',
    'Write more items, or ask for fewer.',
  ],
  'blueprint.size': ['A form would have more than 50 items.', 'Ask for fewer items in the blueprint.'],
  // -- blocks with parts
  'sort.bucket': [
    'A card names a bucket that is not there, or a bucket stays empty.',
    'Correct the card’s bucket, or take the bucket away.',
  ],
  'card.sides': ['A flip card lacks a side.', 'Give it front and back, or term alone.'],
  'scenario.scene': [
    'A scene has neither choices nor an ending, or has both.',
    'Give it choices, or an ending and a debrief.',
  ],
  'scenario.then': ['A choice leads to a scene that is not there.', 'Correct the scene’s id.'],
  'scenario.unreachable': ['No choice leads to a scene.', 'Let a choice lead to it, or take the scene away.'],
  'scenario.no-way-out': [
    'From a scene no way leads to an ending.',
    'Let one of the choices lead on to an ending.',
  ],
  'person.unknown': [
    'A scene or a lesson names somebody who is not in people.yaml.',
    'Correct the id, or add the person to people.yaml.',
  ],
  'practice.file': [
    'A practice test names a file that is not in practice.',
    'Correct the name, or write the file.',
  ],
  'practice.run': [
    'A timed run is written by half.',
    'Give it both its number of questions and its minutes, or neither.',
  ],
  // -- languages
  'language.ids': [
    'Two languages do not have the same ids, or not in the same order.',
    'Make the languages the same: words differ, ids do not.',
  ],
  'language.differs': [
    'Something that no language may change differs between two languages.',
    'Make it the same as in the first language.',
  ],
  // -- the ledger
  'ledger.missing': ['An id has no number in ledger.json.', 'Run: npm run course:ledger'],
  'ledger.retired': [
    'An id was retired: it belonged to something that was taken out of the course.',
    'Choose another id. If it is the same thing that comes back, take the id out of "retired" in ledger.json.',
  ],
  'ledger.reused': ['An id belongs to something of another kind in the ledger.', 'Choose another id.'],
  'ledger.damaged': [
    'ledger.json has been changed by hand, or damaged.',
    'Bring back the file from version control; then run: npm run course:ledger',
  ],
} as const satisfies Record<string, readonly [means: string, fix: string]>;

export type Code = keyof typeof CATALOGUE;
