import { describe, expect, it } from 'vitest'
import { evidenceTabsOf } from '@/components/reviews/evidence-tab'
import { rejectingKeys } from '@/components/reviews/reject-row'
import { deskKeys, type ReadingDeeds } from '@/components/reviews/use-reading-keys'
import { chordOf, isComposing, type ScreenKey } from '@/components/ui/screen-keys'
import { type ChosenKeys, keyMapOf } from '@/lib/reviews/keys/model'
import { reasonsOf } from '@/lib/reviews/model'

describe('the keys of the desk', () => {
  it('approve with one key', () => {
    const desk = makeDesk()
    desk.press('a')
    expect(desk.done).toEqual(['approve'])
  })

  it.each(reasonsOf.guideline.map((reason, index) => [String(index + 1), reason]))(
    'reject with two: R, then %s for %s',
    (digit, reason) => {
      const desk = makeDesk()
      desk.press('r')
      desk.press(digit)
      expect(desk.done).toEqual(['mode rejecting', `reject ${reason}`])
    },
  )

  it('edit and save with two, and the typing', () => {
    const desk = makeDesk()
    desk.press('e')
    desk.mode = 'editing'
    desk.press('Mod+Enter')
    expect(desk.done).toEqual(['edit', 'save'])
  })

  it.each([
    ['s', 'skip'],
    ['z', 'undo'],
    ['j', 'next'],
    ['k', 'previous'],
    ['Enter', 'show'],
    ['1', 'tab frequent'],
    ['3', 'tab boundary'],
    ['5', 'tab unlabelled'],
  ])('%s is for: %s', (key, deed) => {
    const desk = makeDesk()
    desk.press(key)
    expect(desk.done).toEqual([deed])
  })

  it('leave the letters to the text while it is typed', () => {
    const typed = keysOf('editing')
    expect(typed.every((key) => key.whileTyping && /^Mod\+|^Escape$/.test(key.keys))).toBe(true)
    expect(keysOf('reading').some((key) => key.whileTyping)).toBe(false)
    const overReasons = keysOf('rejecting').filter((key) => key.whileTyping)
    expect(new Set(overReasons.map((key) => key.keys))).toEqual(new Set(['Escape']))
  })

  it('decide nothing with Ctrl, Alt or Command', () => {
    const deciding = new Set(keysOf('reading').map((key) => key.keys))
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey'])
      for (const key of ['a', 'r', 's', 'z', 'e', '1', 'Enter'])
        expect(deciding.has(chordOf(keyEvent({ key, [modifier]: true })) ?? '')).toBe(false)
  })

  it('decide nothing while an input method composes', () => {
    expect(isComposing(keyEvent({ key: 'a', isComposing: true }))).toBe(true)
    expect(isComposing(keyEvent({ key: 'Process', keyCode: 229 }))).toBe(true)
    expect(isComposing(keyEvent({ key: 'a', keyCode: 65 }))).toBe(false)
  })

  it('offer only going on and taking back when the lease is lost', () => {
    const desk = makeDesk({ lost: true })
    for (const key of ['a', 'e', 'r', 's', 'z']) desk.press(key)
    expect(desk.done).toEqual(['pass', 'undo'])
  })
})

describe('the keys that somebody chose', () => {
  const chosen: ChosenKeys = { approve: 'f', reject: 'x', choice1: 'q', save: 'Mod+s', skip: 'a' }

  it('do the deeds, and those of before do others or none', () => {
    const desk = makeDesk({}, chosen)
    for (const key of ['f', 'a', 'q', '1', 'r', 's']) desk.press(key)
    expect(desk.done).toEqual(['approve', 'skip', 'tab frequent'])
  })

  it('reject with two, and go back with the first', () => {
    const desk = makeDesk({}, chosen)
    for (const key of ['x', 'q']) desk.press(key)
    expect(desk.done).toEqual(['mode rejecting', `reject ${reasonsOf.guideline[0]}`])
    const clash = makeDesk({}, { reject: 'c', comment: 'c' })
    for (const key of ['c', 'c']) clash.press(key)
    expect(clash.done).toEqual(['mode rejecting', 'write'])
  })

  it('leave Escape and Ctrl+S as they are while a text is typed', () => {
    const desk = makeDesk({}, { save: 'Mod+Enter', leave: 'Mod+;' })
    desk.mode = 'editing'
    for (const key of ['Mod+;', 'Escape', 'Mod+s']) desk.press(key)
    expect(desk.done).toEqual(['leave', 'leave', 'save'])
    expect(desk.keysNow().every((key) => key.whileTyping && /^Mod\+|^Escape$/.test(key.keys))).toBe(true)
  })
})

function makeDesk(given: Partial<ReadingDeeds> = {}, chosen: ChosenKeys = {}) {
  const keyOf = (command: keyof ReturnType<typeof keyMapOf>) => keyMapOf(chosen)[command]
  const done: string[] = []
  const note = (deed: string) => () => void done.push(deed)
  const desk = {
    done,
    mode: 'reading' as ReadingDeeds['mode'],
    press(keys: string) {
      keysNow()
        .findLast((one) => one.keys === keys)
        ?.run?.(keyEvent({}))
    },
  }
  const session = {
    decide: (decision: { verdict: string; reasonCode?: string }) =>
      done.push([decision.verdict, decision.reasonCode].filter(Boolean).join(' ')),
    undo: note('undo'),
    pass: note('pass'),
    setMode: (mode: ReadingDeeds['mode']) => {
      desk.mode = mode
      done.push(`mode ${mode}`)
    },
  } as unknown as ReadingDeeds['session']
  const keysNow = (): ScreenKey[] => [
    ...deskKeys(
      {
        mode: desk.mode,
        lost: false,
        session,
        next: note('next'),
        previous: note('previous'),
        show: note('show'),
        showAll: undefined,
        tabs: { all: evidenceTabsOf('ner'), open: (tab) => done.push(`tab ${tab}`) },
        edit: note('edit'),
        save: note('save'),
        leave: note('leave'),
        ...given,
      },
      (key) => key,
      keyOf,
    ),
    ...(desk.mode === 'rejecting'
      ? rejectingKeys(
          {
            reasons: reasonsOf.guideline,
            choose: (reasonCode) => session.decide({ verdict: 'reject', reasonCode }),
            back() {},
            write: note('write'),
          },
          (key) => key,
          keyOf,
        )
      : []),
  ]
  return Object.assign(desk, { keysNow })
}

function keysOf(mode: ReadingDeeds['mode']): ScreenKey[] {
  const desk = makeDesk()
  desk.mode = mode
  return desk.keysNow()
}

function keyEvent(given: Partial<KeyboardEvent>): KeyboardEvent {
  return {
    key: '',
    repeat: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    target: null,
    ...given,
  } as KeyboardEvent
}
