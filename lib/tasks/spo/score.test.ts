import { expect, it } from 'vitest'
import type { Answer } from '@/lib/tasks/model'
import { scoreRe } from '@/lib/tasks/re/score'
import { scoreSpo } from '@/lib/tasks/spo/score'

const triple = (subject: string, subject_type: string, object: string): Answer[number]['items'][number] => ({
  subject,
  subject_type,
  object,
  object_type: 'place',
})

it('tells triples that are right with their types from those that are right by their words', () => {
  const expected = [
    { label: 'born in', items: [triple('Ida', 'person', 'Rio'), triple('Ole', 'person', 'Oslo')] },
  ]
  const given = [
    { label: 'born in', items: [triple('Ida', 'artist', 'Rio'), triple('Ole', 'person', 'Oslo')] },
    { label: 'died in', items: [triple('Ida', 'person', 'Rio')] },
  ]
  const { overall } = scoreSpo([{ expected, given, language: 'en' }])
  // Strict: 1 right of 3 given and 2 expected. Boundaries: 2 right.
  expect(overall.strictMicroF1).toBeCloseTo(2 / 5)
  expect(overall.boundariesMicroF1).toBeCloseTo(4 / 5)
})

it('keeps the direction of a relation', () => {
  const expected = [{ label: 'owns', items: [{ head: 'Vega', tail: 'mill' }] }]
  const given = [{ label: 'owns', items: [{ head: 'mill', tail: 'Vega' }] }]
  expect(scoreRe([{ expected, given, language: 'en' }]).overall.microF1).toBe(0)
})
