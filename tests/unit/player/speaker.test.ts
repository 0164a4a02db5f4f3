/** The speaker, over voices that behave as real ones do. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Speaker } from '../../../src/player/reading/speaker.ts';
import { FakeSpeech, FakeUtterance, voice } from '../../fakes/speech.ts';

let engine: FakeSpeech;
let speaker: Speaker;
let told: string[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
  engine = new FakeSpeech();
  told = [];
  speaker = new Speaker(
    () => told.push(`${speaker.state} ${speaker.at}`),
    engine as unknown as SpeechSynthesis,
  );
});
afterEach(() => {
  speaker.stop();
  vi.useRealTimers();
});

const begin = (rate = 1): void =>
  speaker.start(
    ['One.', 'Two.', 'Three.'].map((text) => ({
      text,
      voice: voice('en-US') as unknown as SpeechSynthesisVoice,
    })),
    rate,
  );
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

it('speaks one sentence after the other, at once in answer to the press, and is silent then', async () => {
  begin(1.25);
  expect(engine.text).toBe('One.');
  expect(engine.given[0]).toMatchObject({ lang: 'en-US', rate: 1.25 });
  for (const text of ['Two.', 'Three.']) {
    engine.finish();
    await pass(0);
    expect(engine.text).toBe(text);
  }
  engine.finish();
  expect(speaker).toMatchObject({ state: 'silent', failed: false });
  expect(told).toEqual(['speaking 0', 'speaking 1', 'speaking 2', 'silent 3']);
});

describe('pause', () => {
  it.each(['error', 'end', 'nothing'] as const)(
    'stops the voice, and begins the same sentence again, where a cancellation is told by %s',
    async (afterCancel) => {
      engine.afterCancel = afterCancel;
      begin();
      engine.finish();
      speaker.pause();
      await pass(5_000);
      expect(speaker).toMatchObject({ state: 'paused', at: 1, failed: false });
      expect(engine.text).toBeUndefined();
      speaker.resume();
      await pass(100);
      expect(engine.text).toBe('Two.');
    },
  );

  it('is what is left where another page takes the voice', async () => {
    begin();
    engine.fail('interrupted');
    await pass(5_000);
    expect(speaker).toMatchObject({ state: 'paused', failed: false });
  });
});

it('another speed holds from the sentence on that is spoken', async () => {
  begin();
  engine.finish();
  speaker.setRate(1.5);
  await pass(100);
  expect(engine.given.at(-1)).toMatchObject({ text: 'Two.', rate: 1.5 });
});

it('goes on where the end of a sentence is never told', async () => {
  begin();
  await pass(600);
  engine.quiet();
  await pass(3_000);
  expect(engine.text).toBe('Two.');
});

it('goes on where a voice has hung: it speaks for ever, and nothing is heard', async () => {
  begin();
  await pass(12_000);
  expect(engine.given.map(({ text }) => text)).toContain('Two.');
});

it('hears nothing of an utterance that is over', async () => {
  begin();
  const [first] = engine.given;
  engine.finish();
  await pass(0);
  engine.tell(first!, 'end');
  engine.tell(first!, 'synthesis-failed');
  expect(speaker).toMatchObject({ state: 'speaking', at: 1, failed: false });
});

it.each(['synthesis-failed', 'not-allowed', 'voice-unavailable'])(
  'says that the voice failed: %s',
  (error) => {
    begin();
    engine.fail(error);
    expect(speaker).toMatchObject({ state: 'silent', failed: true });
  },
);

it('says so too where the voice never begins', async () => {
  begin();
  engine.quiet();
  await pass(3_000);
  expect(speaker).toMatchObject({ state: 'silent', failed: true });
});

it('stops for good, and leaves nothing running', async () => {
  begin();
  speaker.stop();
  expect(vi.getTimerCount()).toBe(0);
  await pass(5_000);
  expect(engine.given).toHaveLength(1);
  expect(told.at(-1)).toBe('silent 0');
});

it('has nothing to say where there is nothing', () => {
  speaker.start([], 1);
  expect(speaker.state).toBe('silent');
  expect(engine.given).toEqual([]);
});
