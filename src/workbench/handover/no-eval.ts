/** Zod would write functions of its own for speed, which the page's policy forbids: said before any schema is made. */
import { config } from 'zod';

config({ jitless: true });
