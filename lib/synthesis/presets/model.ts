import type { Recipe } from '@/lib/synthesis/model'

type Preset = {
  name: string
  change: Partial<Pick<Recipe, 'compoundShare'>> & { without?: keyof Recipe['strategies'] }
}

/**
 * The mix of the paper (Hum, AAAI 2025) and its ablations. They share the seed, and each decision of a record has a draw of its
 * own, so the records of two presets are equal but for what the preset takes away.
 */
export const presets = {
  hum: { name: 'Hum 55/45', change: { compoundShare: 0.45 } },
  basic: { name: 'Basic only', change: { compoundShare: 0 } },
  withoutGuidelines: { name: 'Without guidelines', change: { compoundShare: 0.45, without: 'guideline' } },
  withoutRules: { name: 'Without rules', change: { compoundShare: 0.45, without: 'rule' } },
  withoutFormats: { name: 'Without formats', change: { compoundShare: 0.45, without: 'format' } },
} as const satisfies Record<string, Preset>
export type PresetName = keyof typeof presets
export const presetNames = Object.keys(presets) as PresetName[]

/** The chance of each strategy in a compound instruction, where none is left out. */
export const CHANCES: Recipe['strategies'] = { guideline: 0.6, rule: 0.4, format: 0.5 }

/** The recipe as a preset has it: its mix and its name; corpora, seed and all else stay. */
export function withPreset(recipe: Recipe, preset: PresetName): Recipe {
  const { name, change }: Preset = presets[preset]
  const { without, compoundShare = recipe.compoundShare } = change
  return {
    ...recipe,
    name,
    compoundShare,
    strategies: without ? { ...CHANCES, [without]: 0 } : { ...CHANCES },
    ablation: without !== undefined,
  }
}

/** The preset whose mix the recipe has. */
export function presetOf(recipe: Recipe): PresetName | null {
  const mixOf = ({ compoundShare, strategies, ablation }: Recipe) =>
    JSON.stringify([compoundShare, strategies.guideline, strategies.rule, strategies.format, ablation])
  return presetNames.find((name) => mixOf(withPreset(recipe, name)) === mixOf(recipe)) ?? null
}
