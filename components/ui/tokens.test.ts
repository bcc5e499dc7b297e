import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Rgb = [number, number, number]
type Theme = 'light' | 'dark'

const tokens = readTokens(readFileSync('app/globals.css', 'utf8'))
const hues = Array.from({ length: 12 }, (_, i) => i + 1)
const grounds = ['canvas', 'sunken', 'surface', 'hover'] as const
const meanings = ['approved', 'edited', 'rejected', 'waiting'] as const
const AA = 4.5
const AA_GRAPHIC = 3

describe.each(['light', 'dark'] as const)('the %s colours', (theme) => {
  const contrast = (a: string, b: string) => contrastOf(colour(a, theme), colour(b, theme))

  it.each(grounds)('let every kind of text be read on %s', (ground) => {
    for (const text of ['fg', 'muted', 'accent-text', ...meanings])
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(AA)
  })

  it('let text be read where it stands on a colour', () => {
    for (const meaning of meanings)
      expect(contrast(meaning, `${meaning}-soft`), meaning).toBeGreaterThanOrEqual(AA)
    for (const fill of ['accent', 'accent-hover', 'rejected-fill'])
      expect(contrast('on-accent', fill), fill).toBeGreaterThanOrEqual(AA)
    for (const text of ['fg', 'muted', 'accent-text'])
      expect(contrast(text, 'accent-soft'), text).toBeGreaterThanOrEqual(AA)
    expect(contrast('fg', 'pressed')).toBeGreaterThanOrEqual(AA)
  })

  it('let the borders of controls and the focus ring be seen', () => {
    for (const line of ['line-strong', 'focus'])
      for (const ground of ['canvas', 'surface', 'sunken'])
        expect(contrast(line, ground), `${line} on ${ground}`).toBeGreaterThanOrEqual(AA_GRAPHIC)
  })

  it.each(hues)('let label hue %i be read, on its tint and on the page, and text on its tint', (hue) => {
    for (const ground of [`hue-${hue}-tint`, 'canvas', 'surface', 'sunken'])
      expect(contrast(`hue-${hue}-ink`, ground), ground).toBeGreaterThanOrEqual(AA)
    expect(contrast('fg', `hue-${hue}-tint`)).toBeGreaterThanOrEqual(AA)
  })

  // 0.02 is about what an eye can just tell apart side by side.
  it.each(Object.keys(sight))('keep the twelve label hues apart for %s sight', (kind) => {
    for (const a of hues)
      for (const b of hues.filter((other) => other > a)) {
        const [first, second] = [colour(`hue-${a}-ink`, theme), colour(`hue-${b}-ink`, theme)]
        expect(distance(seen(first, kind), seen(second, kind)), `${a} and ${b}`).toBeGreaterThan(0.03)
      }
  })
})

function colour(name: string, theme: Theme): Rgb {
  const found = tokens.get(name)
  if (!found) throw new Error(`no token ${name}`)
  return found[theme]
}

function readTokens(css: string): Map<string, Record<Theme, Rgb>> {
  const found = new Map<string, Record<Theme, Rgb>>()
  const value = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`
  const both = new RegExp(`--(?:color-)?([\\w-]+): light-dark\\(${value}, ${value}\\);`, 'g')
  for (const [, name, ...numbers] of css.matchAll(both)) {
    const [l, c, h, l2, c2, h2] = numbers.map(Number) as [number, number, number, number, number, number]
    found.set(name!, { light: toLinearRgb(l, c, h), dark: toLinearRgb(l2, c2, h2) })
  }
  for (const [, name, l, c, h] of css.matchAll(new RegExp(`--color-([\\w-]+): ${value};`, 'g'))) {
    const same = toLinearRgb(Number(l), Number(c), Number(h))
    found.set(name!, { light: same, dark: same })
  }
  return found
}

/** OKLCH to linear sRGB; what lies outside is clipped, as a screen would. */
function toLinearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return clip([
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ])
}

function clip(rgb: number[]): Rgb {
  return rgb.map((value) => Math.min(1, Math.max(0, value))) as Rgb
}

function contrastOf(a: Rgb, b: Rgb): number {
  const luminance = ([r, g, blue]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05
  const [x, y] = [luminance(a), luminance(b)]
  return Math.max(x, y) / Math.min(x, y)
}

/** Machado, Oliveira and Fernandes (2009), full severity, on linear sRGB. */
const sight: Record<string, number[][]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'red-blind': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'green-blind': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'blue-blind': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function seen(rgb: Rgb, kind: string): Rgb {
  return clip(sight[kind]!.map((row) => row[0]! * rgb[0] + row[1]! * rgb[1] + row[2]! * rgb[2]))
}

/** How far apart two colours look: Euclidean in OKLab. */
function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [toOklab(one), toOklab(other)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

function toOklab([r, g, blue]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
