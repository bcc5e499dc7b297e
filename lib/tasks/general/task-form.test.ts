import { describe, expect, it } from 'vitest'
import type { Turn } from '@/lib/tasks/general/gold'
import { generalForm } from '@/lib/tasks/general/task-form'

const says = (from: Turn['from'], text: string): Turn => ({ from, text })

describe('general instructions', () => {
  const turns = [
    says('system', 'Be brief.'),
    says('user', 'Name a tide.'),
    says('assistant', 'Neap.'),
    says('user', 'Another.'),
    says('tool', '{"tide":"spring"}'),
    says('assistant', 'Spring.'),
  ]

  it('keep every turn in its place and answer with the last one of the assistant', () => {
    expect(generalForm.canonical({ turns })).toEqual({ turns })
    expect(generalForm.lower('Name a tide.', { turns }, [])).toEqual({
      answer: [{ label: 'response', items: ['Spring.'] }],
      places: [[null]],
    })
    expect(generalForm.faults('Name a tide.', { turns })).toEqual([])
  })

  it.each([
    ['Hi', [says('system', 'Be brief.')], ['turns: the user says nothing.']],
    ['Hi', [says('user', 'Hi')], ['turns: the assistant says nothing.']],
    [
      'Hi',
      [says('user', 'Ho'), says('assistant', 'x')],
      ['turns: the first turn of the user is not the text.'],
    ],
    [
      'Hi',
      [says('assistant', 'x'), says('user', 'Hi')],
      ['turns: the assistant says nothing after the user.'],
    ],
    ['Hi', [says('user', 'Hi'), says('assistant', ' ')], ['turns: the last turn of the assistant is empty.']],
  ])('say what they lack: %#', (text, own, faults) => {
    expect(generalForm.faults(text, { turns: own })).toEqual(faults)
  })
})
