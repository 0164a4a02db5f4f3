/** Where the project is on this machine, and names that don't tell. */
import path from 'node:path';
import { normalizePath } from 'vite';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Ids without their questions and the place of the project on this machine, also where `node_modules` is a link to elsewhere. */
export function relative(name: string): string {
  const id = name.replace(/\?.*$/, '');
  const root = `${normalizePath(ROOT)}/`;
  if (id.startsWith(root)) return id.slice(root.length);
  const modules = id.indexOf('/node_modules/');
  return modules < 0 ? id : id.slice(modules + 1);
}
