/**
 * Where commands begin. Plain JavaScript, since a folder with "?" in its name stops the tools that read TypeScript: they
 * take what follows for a query.
 */
if (import.meta.dirname.includes('?')) {
  console.error(
    `This project lies in a folder that has a "?" in its name or in that of a folder above it: ${import.meta.dirname}\nNo tool can build it there. Rename that folder.`,
  );
  process.exitCode = 2;
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./run.ts');
}
