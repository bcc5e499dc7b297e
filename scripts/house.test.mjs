import { expect, it } from 'vitest'
import { forbiddenName, misnamedNounFile, pathsIn, tooLong, unlikeMembers } from './house.mjs'

const lines = (count) => () => 'x\n'.repeat(count)

it.each([
  ['lib/reviews/utils.ts', 1],
  ['components/helpers/x.tsx', 1],
  ['lib/reviews/index.ts', 1],
  ['lib/corpora/service.test.ts', 1],
  ['components/ui/common-keys.ts', 0],
])('names that say nothing: %s', (file, breaches) => {
  expect(forbiddenName(file)).toHaveLength(breaches)
})

it.each([
  ['lib/reviews/model.ts', '', 0],
  ['lib/reviews/decide-draft.ts', 'export async function decideDraft() {}', 0],
  ['lib/reviews/decide-draft.ts', 'export async function decide() {}', 1],
  ['lib/artifacts/draft-guidelines.job.ts', 'export const draftGuidelinesHandler = {}', 0],
  ['lib/reviews/deciding.stuff.ts', '', 1],
  ['lib/reviews/DecideDraft.ts', '', 1],
])('the files of a noun: %s', (file, source, breaches) => {
  expect(misnamedNounFile(file, () => source)).toHaveLength(breaches)
})

it('finds the member of a family that differs', () => {
  const files = [
    'lib/formats/model.ts',
    'lib/formats/csv/parse.ts',
    'lib/formats/csv/render.ts',
    'lib/formats/xml/parse.ts',
  ]
  expect(unlikeMembers('lib/formats', files).map(({ where }) => where)).toEqual(['lib/formats/csv/render.ts'])
})

it('wants pages and handlers to read in one glance', () => {
  expect(tooLong('app/page.tsx', lines(40))).toEqual([])
  expect(tooLong('app/page.tsx', lines(41))).toHaveLength(1)
  expect(tooLong('app/api/x/route.ts', lines(26))).toHaveLength(1)
  expect(tooLong('components/long.tsx', lines(300))).toEqual([])
})

it('reads the paths that a document names', () => {
  const document =
    'See `lib/reviews/decide-draft.ts`, [the loop](docs/architecture.md#loop), `npm start` and `a / b`.'
  expect(pathsIn(document)).toEqual(['lib/reviews/decide-draft.ts', 'docs/architecture.md'])
})
