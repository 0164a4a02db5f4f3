/** The document in the LRS's State API in which a registration is resumed, and its reading at a launch. */
import type { Client, Document, StateKey } from './client.ts';
import { isObject } from './values.ts';

/** What was sent in this registration: ids of the statements, and the last progress in per cent. */
export interface AlreadySent {
  completed?: string;
  passed?: string;
  progress?: number;
}

export interface ResumeDocument {
  /** The envelope, or empty. */
  saved: string;
  sent: AlreadySent;
}

/** As it was read; undefined where there was none yet. */
export interface ReadDocument {
  kept: ResumeDocument;
  document: Document | undefined;
  at: number;
}

/** Rejects with what the LRS said. */
export async function readResume(
  client: Pick<Client, 'state'>,
  key: StateKey,
  damaged: () => void,
  now: () => number,
): Promise<ReadDocument> {
  const document = await client.state(key);
  return { kept: documentIn(document?.value, damaged), document, at: now() };
}

export function documentIn(value: unknown, damaged: () => void): ResumeDocument {
  if (value === undefined || value === null || value === '') return { saved: '', sent: {} };
  const { saved, told: sent } = value as { saved?: unknown; told?: unknown };
  if (typeof saved !== 'string' || (sent !== undefined && !isObject(sent))) damaged();
  return { saved: typeof saved === 'string' ? saved : '', sent: sentIn(sent) };
}

function sentIn(value: unknown): AlreadySent {
  if (!isObject(value)) return {};
  const { completed, passed, progress } = value;
  return {
    ...(typeof completed === 'string' && { completed }),
    ...(typeof passed === 'string' && { passed }),
    ...(typeof progress === 'number' && Number.isFinite(progress) && { progress }),
  };
}
