import { expect, test } from 'vitest'
import { addSession, markSession, syllabusTypist } from '@/components/reviews/syllabus-typist'
import type { SyllabusContent } from '@/lib/artifacts/kinds/syllabus/content'

const content: SyllabusContent = {
  subject: { en: 'Bookbinding by hand', zh: '手工装帧' },
  language: 'en',
  introduction: 'How books are bound by hand.',
  aims: ['Bind a book in boards.'],
  sessions: ['Paper', 'Sewing', 'Covers'].map((name) => ({
    ...{ name, description: `About ${name}.`, concepts: [`${name} one`, `${name} two`] },
  })),
}

test('says the same again when nothing was typed, also when sessions were only found right', () => {
  const typed = syllabusTypist.typedOf(content)
  expect(syllabusTypist.contentOf(typed, content)).toEqual(content)
  const read = { ...typed, sessions: markSession(typed.sessions, 1, 'right') }
  expect(syllabusTypist.contentOf(read, content)).toEqual(content)
})

test('leaves out what was taken out, and brings it back', () => {
  const typed = syllabusTypist.typedOf(content)
  const out = markSession(typed.sessions, 1, 'out')
  expect(
    syllabusTypist.contentOf({ ...typed, sessions: out }, content).sessions.map(({ name }) => name),
  ).toEqual(['Paper', 'Covers'])
  expect(syllabusTypist.contentOf({ ...typed, sessions: markSession(out, 1, 'out') }, content)).toEqual(
    content,
  )
})

test('says which session is at fault, whatever stands before it is taken out', () => {
  const typed = syllabusTypist.typedOf(content)
  const sessions = addSession(markSession(typed.sessions, 0, 'out'))
  const after = syllabusTypist.contentOf({ ...typed, sessions }, content)
  expect(
    new Set(syllabusTypist.problemsOf(after, { ...typed, sessions }).map(({ session }) => session)),
  ).toEqual(new Set([3]))
})

test('keeps at least one session', () => {
  const typed = syllabusTypist.typedOf(content)
  const sessions = typed.sessions.map((one) => ({ ...one, mark: 'out' as const }))
  const after = syllabusTypist.contentOf({ ...typed, sessions }, content)
  expect(syllabusTypist.problemsOf(after, { ...typed, sessions })).toMatchObject([
    { section: 'sessions', session: null },
  ])
})
