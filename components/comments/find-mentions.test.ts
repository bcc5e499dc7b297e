import { expect, test } from 'vitest'
import { mentionAt, mentionsIn, splitMentions, suggestPeople } from '@/components/comments/find-mentions'

const ann = { userId: '1', name: 'Ann' }
const annLee = { userId: '2', name: 'Ann Lee' }
const li = { userId: '3', name: '李明' }
const people = [ann, annLee, li]

test('the longest name that stands there is the one that is meant', () => {
  expect(splitMentions('see @Ann Lee, not @Ann.', people)).toEqual([
    { text: 'see ' },
    { text: '@Ann Lee', person: annLee },
    { text: ', not ' },
    { text: '@Ann', person: ann },
    { text: '.' },
  ])
})

test('a name inside a longer word is nobody; Chinese goes on without a space', () => {
  expect(mentionsIn('@Annual report, ann@Annex', people)).toEqual([])
  expect(mentionsIn('请@李明看一下，@李明。', people)).toEqual(['3'])
  expect(mentionsIn('@Ann看', people)).toEqual(['1'])
})

test('what is typed after an @ is found before the caret only', () => {
  expect(mentionAt('ask @An', 7)).toEqual({ from: 4, typed: 'An' })
  expect(mentionAt('ask @', 5)).toEqual({ from: 4, typed: '' })
  expect(mentionAt('mail a@b', 8)).toBeNull()
  expect(mentionAt('ask @An then', 3)).toBeNull()
  expect(mentionAt('请@李', 3)).toEqual({ from: 1, typed: '李' })
})

test('any word of a name can be begun', () => {
  expect(suggestPeople('le', people)).toEqual([annLee])
  expect(suggestPeople('a', people)).toEqual([ann, annLee])
  expect(suggestPeople('', people)).toEqual(people)
})
