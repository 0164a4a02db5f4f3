import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

/** What answers on one of the workbench's origins. */
export type App = Hono<{ Bindings: HttpBindings }>;
