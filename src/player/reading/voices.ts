/** Voices that speak on the device itself: the others send the text to a server, which a learner was not asked about. */

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/** Android writes `en_US`. */
const plain = (tag: string): string => tag.replace('_', '-').toLowerCase();
const base = (tag: string): string => plain(tag).split('-')[0] ?? '';

/** One of the same language, of the same country where there is one, and among these the device's own choice. */
export function voiceFor<V extends Voice>(language: string, voices: readonly V[]): V | undefined {
  const fit = voices.filter(({ localService, lang }) => localService && base(lang) === base(language));
  const exact = fit.filter(({ lang }) => plain(lang) === plain(language));
  const best = exact.length > 0 ? exact : fit;
  return best.find((voice) => voice.default) ?? best[0];
}
