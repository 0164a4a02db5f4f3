/**
 * Words that give a key away, by language. Phrases are in lower case with straight apostrophes, and are looked for as
 * whole words.
 */

/** A clause in which an option gives a reason for itself: what test-wise readers throw out first. */
export const EXCUSES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'since',
    'so that',
    'so he',
    'so she',
    'so they',
    'so you',
    'so nobody',
    'just this once',
    'this once',
    'just once',
    'only',
    'as it',
    "as it's",
    'as he',
    'as she',
    'as they',
    'as long as',
    'to spare',
    'to save',
    'to avoid',
    'because',
    'after all',
    'in case',
    'anyway',
    'for now',
    'better',
    'for his own good',
    'for her own good',
    'for their own good',
    'what counts',
  ],
  es: [
    'ya que',
    'puesto que',
    'para que',
    'así',
    'por esta vez',
    'solo por esta vez',
    'una sola vez',
    'solo',
    'solamente',
    'pues',
    'mientras',
    'para evitar',
    'para ahorrarle',
    'para no',
    'porque',
    'al fin y al cabo',
    'por si',
    'de todos modos',
    'por ahora',
    'mejor',
    'por su propio bien',
    'por su bien',
    'lo que cuenta',
  ],
};

/** The course's own devices: in nobody's code, and so of little use outside the course. PAUSE only in capitals. */
export const DEVICES: Readonly<Record<string, RegExp>> = {
  en: /\b[Cc]ompass|\bPAUSE\b|\b[Ss]titch|\b[Qq]uick tests?\b|\b[Ff]our directions\b|\b[Tt]his course\b/,
  es: /\b[Bb]rújula|\bPAUS[AE]\b|\b[Pp]untada|\b[Pp]ruebas? rápidas?\b|\b[Cc]uatro direcciones\b|\b[Ee]ste curso\b/,
};
