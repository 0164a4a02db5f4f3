/** Before each file: what is waited for comes when it comes, on a busy machine too. Vitest's own second is too short for that. */
import { vi } from 'vitest';

const PATIENCE = 30_000;
const { waitFor } = vi;

vi.waitFor = (callback, options) => waitFor(callback, options ?? PATIENCE);
