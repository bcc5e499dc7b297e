import { expect, it } from 'vitest'
import { renameInText } from '@/lib/synthesis/record/rename-in-text'

const numbered = (labels: readonly string[]) => (label: string) => `LABEL_${labels.indexOf(label) + 1}`

it('renames labels whatever signs they hold', () => {
  const labels = [
    'Pos-Reg',
    'org/unit',
    'a+b',
    '(x)',
    '[y]',
    '{z}',
    '$1',
    '^',
    'a|b',
    'back\\slash',
    '.*?',
    '#',
    '地点',
  ]
  const text = labels.map((label) => `a ${label} here`).join('; ')
  const renamed = renameInText(text, labels, numbered(labels))
  expect(renamed).toBe(labels.map((_, at) => `a LABEL_${at + 1} here`).join('; '))
})

it('renames the longer of two labels, whole words only, in any case', () => {
  const labels = ['Reg', 'Pos-Reg']
  const names = numbered(labels)
  expect(renameInText('pos-reg, REG, Regs and “Reg”', labels, names)).toBe(
    'LABEL_2, LABEL_1, Regs and “LABEL_1”',
  )
})
