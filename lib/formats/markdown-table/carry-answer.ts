import { checkGrid } from '@/lib/formats/check-grid'

/** Bars, line breaks and outer spaces are escaped, so a table holds any text. */
export const carryAnswer = checkGrid
