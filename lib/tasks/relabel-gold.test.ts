import { describe, expect, it } from 'vitest'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { LabelPart, TaskForm } from '@/lib/tasks/model'
import { type Relabel, relabelGold } from '@/lib/tasks/relabel-gold'

/** A gold of each kind that stores its own; labels `a`, `b`, `c` in every part. */
const golds = {
  ner: {
    spans: [
      { start: 0, end: 4, label: 'a' },
      { start: 0, end: 4, label: 'b' },
      {
        start: 6,
        end: 9,
        label: 'b',
        fragments: [
          [6, 7],
          [8, 9],
        ],
      },
    ],
  },
  re: {
    entities: [
      { start: 0, end: 1, label: 'a' },
      { start: 2, end: 3, label: 'b' },
      { start: 4, end: 5, label: '' },
    ],
    relations: [
      { type: 'b', head: 0, tail: 2 },
      { type: 'a', head: 1, tail: 2 },
    ],
  },
  ee: {
    events: [
      { type: 'a', trigger: { start: 0, end: 1 }, arguments: [{ role: 'a', start: 2, end: 3 }] },
      {
        type: 'b',
        trigger: { start: 4, end: 5 },
        arguments: [
          { role: 'c', start: 6, end: 9, arguments: [{ role: 'b', start: 6, end: 7 }] },
          { role: 'a', event: 0 },
        ],
      },
    ],
  },
  tc: { labels: ['a', 'b'], multi: true },
}

const renameAToB: Relabel = (label) => (label === 'a' ? 'b' : label)
const dropA: Relabel = (label) => (label === 'a' ? null : label)

function relabelled(form: keyof typeof golds, part: LabelPart, relabel: Relabel) {
  return relabelGold(form, golds[form], { part, relabel })
}

describe('other names for labels', () => {
  it('make one span of two that become the same', () => {
    expect(relabelled('ner', 'label', renameAToB)).toEqual({ spans: golds.ner.spans.slice(1) })
  })

  it('reach relations, and entities only when they are meant', () => {
    const { entities, relations } = golds.re
    expect(relabelled('re', 'label', renameAToB)).toEqual({
      entities,
      relations: [relations[0], { type: 'b', head: 1, tail: 2 }],
    })
    expect(relabelled('re', 'entity', renameAToB)).toEqual({
      entities: [{ start: 0, end: 1, label: 'b' }, entities[1], entities[2]],
      relations,
    })
    expect(relabelGold('kg', golds.re, { part: 'label', relabel: renameAToB })).toEqual(
      relabelled('re', 'entity', renameAToB),
    )
  })

  it('reach events, and roles at both depths when they are meant', () => {
    const [first, second] = golds.ee.events
    expect(relabelled('ee', 'label', renameAToB)).toEqual({ events: [{ ...first, type: 'b' }, second] })
    const toD: Relabel = (label) => (label === 'b' ? 'd' : label)
    expect(relabelled('ee', 'role', toD)).toMatchObject({
      events: [
        first,
        {
          arguments: [
            { role: 'c', arguments: [{ role: 'd' }] },
            { role: 'a', event: 0 },
          ],
        },
      ],
    })
  })

  it('make one class of two', () => {
    expect(relabelled('tc', 'label', renameAToB)).toEqual({ labels: ['b'], multi: true })
  })
})

describe('a label that goes', () => {
  it('takes its spans and classes', () => {
    expect(relabelled('ner', 'label', dropA)).toEqual({ spans: golds.ner.spans.slice(1) })
    expect(relabelled('tc', 'label', dropA)).toEqual({ labels: ['b'], multi: true })
  })

  it('takes the relations of an entity, and moves the ends of the others', () => {
    expect(relabelled('re', 'entity', dropA)).toEqual({
      entities: golds.re.entities.slice(1),
      relations: [{ type: 'a', head: 0, tail: 1 }],
    })
  })

  it('takes an event and the argument that it was', () => {
    expect(relabelled('ee', 'label', dropA)).toEqual({
      events: [{ ...golds.ee.events[1], arguments: [golds.ee.events[1]!.arguments[0]] }],
    })
  })

  it('takes a part of an argument that was an event', () => {
    const parts = [
      { role: 'c', start: 6, end: 7 },
      { role: 'd', event: 1 },
    ]
    const outer = {
      type: 'b',
      trigger: { start: 4, end: 5 },
      arguments: [{ role: 'c', start: 6, end: 9, arguments: parts }],
    }
    const inner = { type: 'a', trigger: { start: 6, end: 7 }, arguments: [] }
    const gold = { events: [outer, inner] }
    expect(relabelGold('ee', gold, { part: 'label', relabel: dropA })).toEqual({
      events: [{ ...outer, arguments: [{ role: 'c', start: 6, end: 9, arguments: [parts[0]] }] }],
    })
  })

  it('takes a part of an argument and leaves the argument', () => {
    const dropB: Relabel = (label) => (label === 'b' ? null : label)
    expect(relabelled('ee', 'role', dropB)).toMatchObject({
      events: [
        {},
        {
          arguments: [
            { role: 'c', start: 6, end: 9 },
            { role: 'a', event: 0 },
          ],
        },
      ],
    })
  })
})

it.each(['ner', 're', 'spo', 'kg', 'ee', 'eet', 'eea', 'tc'] as TaskForm[])(
  'what %s counts is what has the new name',
  (form) => {
    const definition = findTaskForm(form)
    const gold = golds[definition.storedAs as keyof typeof golds]
    const after = relabelGold(form, gold, { part: 'label', relabel: renameAToB })
    expect(definition.labelsIn(gold)).toContain('a')
    expect(new Set(definition.labelsIn(after))).toEqual(new Set(['b']))
  },
)

it.each(['openie', 'mrc', 'general'] as TaskForm[])('%s has no labels and stays as it is', (form) => {
  const gold = { tuples: [], labels: ['a'] }
  expect(relabelGold(form, gold, { part: 'label', relabel: dropA })).toBe(gold)
})
