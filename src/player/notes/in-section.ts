/** What a section's page shows of private notes: fetched once a section stands. */
import './bookmark.ts';
import './section-notes.ts';
