import { type Measure, undefinedFor } from '@/lib/evaluation/agreement/model'

/**
 * Cohen's kappa (J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20, 1960,
 * 37-46): (p_o - p_c) / (1 - p_c), p_o the share on the diagonal, p_c what the two raters' own frequencies make of it by chance.
 * `table[a][b]`: how many units the first gave value a and the second value b.
 */
export function cohenOf(table: readonly (readonly number[])[]): Measure {
  const rows = table.map((row) => row.reduce((sum, units) => sum + units, 0))
  const columns = table.map((_, column) => table.reduce((sum, row) => sum + row[column]!, 0))
  const units = rows.reduce((sum, row) => sum + row, 0)
  if (units === 0) return undefinedFor('no-pairs')
  const observed = table.reduce((sum, row, value) => sum + row[value]!, 0) / units
  const byChance = rows.reduce((sum, row, value) => sum + (row / units) * (columns[value]! / units), 0)
  if (rows.some((row, value) => row === units && columns[value] === units)) return undefinedFor('one-value')
  return { value: (observed - byChance) / (1 - byChance) }
}
