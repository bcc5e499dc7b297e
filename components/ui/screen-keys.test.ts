import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ariaKeys, chordOf, isComposing, keyFor, type ScreenKey } from '@/components/ui/screen-keys'

type Press = { key: string } & Partial<KeyboardEvent>
const press = (event: Press) => event as KeyboardEvent

describe('the name of a key', () => {
  it.each<[string | null, Press]>([
    ['a', { key: 'a' }],
    ['a', { key: 'A' }],
    ['Shift+a', { key: 'A', shiftKey: true }],
    ['Mod+k', { key: 'k', ctrlKey: true }],
    ['Mod+k', { key: 'k', metaKey: true }],
    ['?', { key: '?', shiftKey: true }],
    ['1', { key: '1' }],
    ['Shift+Enter', { key: 'Enter', shiftKey: true }],
    ['Plus', { key: '+', shiftKey: true }],
    ['Space', { key: ' ' }],
    [null, { key: 'Shift', shiftKey: true }],
    [null, { key: 'Dead' }],
  ])('is %s', (name, event) => {
    expect(chordOf(press(event))).toBe(name)
  })
})

describe('a key that an input method is using', () => {
  it('is told by isComposing or by the code 229', () => {
    expect(isComposing(press({ key: 'a', isComposing: true, keyCode: 65 }))).toBe(true)
    expect(isComposing(press({ key: 'a', isComposing: false, keyCode: 229 }))).toBe(true)
    expect(isComposing(press({ key: 'a', isComposing: false, keyCode: 65 }))).toBe(false)
  })
})

/** As much of a page's element as a key's target is asked for. */
class FakeElement {
  isContentEditable = false
  constructor(
    readonly role = '',
    readonly type = '',
    private readonly within: readonly string[] = [],
  ) {}
  closest(selector: string) {
    return this.within.some((one) => selector.split(',').includes(one)) ? this : null
  }
}
class FakeInput extends FakeElement {}
class FakeTextArea extends FakeElement {}
class FakeSelect extends FakeElement {}

describe('a key of the screen, whichever it is', () => {
  beforeEach(() => {
    vi.stubGlobal('Element', FakeElement)
    vi.stubGlobal('HTMLElement', FakeElement)
    vi.stubGlobal('HTMLInputElement', FakeInput)
    vi.stubGlobal('HTMLTextAreaElement', FakeTextArea)
    vi.stubGlobal('HTMLSelectElement', FakeSelect)
    return () => vi.unstubAllGlobals()
  })
  const named = ['f', '&', 'ф', 'Enter', 'Shift+k', 'Mod+s']
  const keys: ScreenKey[] = named.map((one) => ({ keys: one, label: one, run: () => {} }))
  const page = new FakeElement()
  const hit = (
    given: Partial<KeyboardEvent>,
    of: readonly ScreenKey[] = keys,
    before: string | null = null,
  ) => keyFor({ target: page, repeat: false, ...given } as KeyboardEvent, of, before).hit?.keys ?? null
  const presses: [string, Partial<KeyboardEvent>][] = [
    ['f', { key: 'f' }],
    ['&', { key: '&' }],
    ['ф', { key: 'ф' }],
    ['Enter', { key: 'Enter' }],
    ['Shift+k', { key: 'K', shiftKey: true }],
    ['Mod+s', { key: 's', ctrlKey: true }],
  ]

  it.each(presses)('%s fires on the page', (name, given) => {
    expect(hit(given)).toBe(name)
  })

  it.each(presses)('%s never fires while an input method composes', (_, given) => {
    expect(hit({ ...given, isComposing: true })).toBeNull()
    expect(hit({ ...given, keyCode: 229 })).toBeNull()
    const everywhere = keys.map((key) => ({ ...key, whileTyping: true }))
    expect(hit({ ...given, isComposing: true, target: new FakeTextArea() as never }, everywhere)).toBeNull()
  })

  it.each([
    ['a text box', new FakeTextArea()],
    ['a line', new FakeInput('', 'text')],
    ['a choice', new FakeSelect()],
    ['an editor', Object.assign(new FakeElement(), { isContentEditable: true })],
    ['a dialog', new FakeElement('', '', ['[role=dialog]'])],
    ['a question', new FakeElement('', '', ['[role=alertdialog]'])],
    ['a menu', new FakeElement('', '', ['[role=menu]'])],
  ])('none fires in %s', (_, target) => {
    for (const [, given] of presses) expect(hit({ ...given, target: target as never })).toBeNull()
  })

  it('that is held down fires again only where it goes on', () => {
    const moves: ScreenKey[] = [...keys, { keys: 'j', label: 'j', run: () => {}, repeats: true }]
    expect([hit({ key: 'f', repeat: true }, moves), hit({ key: 'j', repeat: true }, moves)]).toEqual([
      null,
      'j',
    ])
  })

  it('may be the second of two', () => {
    const pages: ScreenKey[] = [{ keys: 'g f', label: 'go', run: () => {} }, ...keys]
    expect([hit({ key: 'f' }, pages, 'g'), hit({ key: 'f' }, pages)]).toEqual(['g f', 'f'])
    expect(keyFor({ key: 'g', target: page } as never, pages, null)).toEqual({ hit: null, begins: 'g' })
  })
})

it('a key is told to a screen reader as both systems have it', () => {
  expect(['a', 'Shift+j', 'Mod+Enter'].map(ariaKeys)).toEqual(['a', 'Shift+j', 'Control+Enter Meta+Enter'])
})
