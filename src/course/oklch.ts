/** Colours by lightness, chroma and hue as eyes have them (OKLCH, CSS Color 4, 9.3), and their contrast (WCAG 2.2). */

export interface Lch {
  /** 0 to 1 */
  lightness: number;
  chroma: number;
  /** Radians. */
  hue: number;
}

type Three = readonly [number, number, number];

/** From the cones' answer, and to linear sRGB: the inverse of what follows. */
const TO_CONES = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
] as const;
const FROM_CONES = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
] as const;
const TO_LAB = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
] as const;
const FROM_LAB = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
] as const;

/** @param hex `#rrggbb` */
export function lchOf(hex: string): Lch {
  const cones = times(TO_CONES, linear(hex)).map(Math.cbrt) as unknown as Three;
  const [lightness, a, b] = times(TO_LAB, cones);
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

/** Of the wanted colour as much as sRGB has: less chroma where it has none that strong, never another hue. */
export function hexOf({ lightness, chroma, hue }: Lch): string {
  const at = (strength: number): Three => {
    const lab: Three = [lightness, strength * Math.cos(hue), strength * Math.sin(hue)];
    return times(FROM_CONES, times(FROM_LAB, lab).map((one) => one ** 3) as unknown as Three);
  };
  let strength = chroma;
  while (strength > 0 && at(strength).some((one) => one < -SLACK || one > 1 + SLACK)) strength -= CHROMA_STEP;
  return `#${at(Math.max(strength, 0)).map(byte).join('')}`;
}

/** Of rounding: half of the smallest step that a byte can show. */
const SLACK = 0.0002;
const CHROMA_STEP = 0.002;

/** WCAG 2.2: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(hex: string): Three {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Three;
}

function byte(light: number): string {
  const value = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  const whole = Math.round(Math.min(Math.max(value, 0), 1) * 255);
  return whole.toString(16).padStart(2, '0');
}

function times(rows: readonly [Three, Three, Three], [x, y, z]: Three): Three {
  return rows.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Three;
}
