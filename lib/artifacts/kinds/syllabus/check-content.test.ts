import { expect, test } from 'vitest'
import { checkContent } from '@/lib/artifacts/kinds/syllabus/check-content'

const session = (name: string, concepts: string[]) => ({ name, description: '', concepts })
const syllabus = (sessions: ReturnType<typeof session>[]) => ({
  subject: { en: 'Bookbinding', zh: '' },
  language: 'en' as const,
  introduction: 'How books are bound.',
  aims: [],
  sessions,
})

test('finds sessions and key concepts that come twice, however they are written', () => {
  const issues = checkContent(
    syllabus([
      session('Paper', ['Grain', 'Weight']),
      session('Sewing', ['Thread', 'ｇｒａｉｎ']),
      session(' paper ', ['Boards']),
    ]),
  )
  expect(issues.map(({ path, code }) => [path, code])).toEqual([
    ['sessions.1.concepts.1', 'concept-twice'],
    ['sessions.2.name', 'session-twice'],
  ])
})

test('has nothing against a syllabus that says each thing once', () => {
  expect(checkContent(syllabus([session('Paper', ['Grain']), session('Sewing', ['Thread'])]))).toEqual([])
})
