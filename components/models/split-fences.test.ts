import { describe, expect, it } from 'vitest'
import { splitFences } from '@/components/models/split-fences'

describe('a message to a model', () => {
  it('falls into our own words and what was fenced', () => {
    const message = 'Look at this.\n\n<texts 7f3a>\none\n<two>\n</texts 7f3a>\n\nNow answer.'
    expect(splitFences(message)).toEqual([
      { kind: 'words', text: 'Look at this.' },
      { kind: 'fence', name: 'texts', text: 'one\n<two>' },
      { kind: 'words', text: 'Now answer.' },
    ])
  })

  it('is not cut by an end that carries another mark', () => {
    const message = '<label aa>\nx\n</label bb>\ny\n</label aa>'
    expect(splitFences(message)).toEqual([{ kind: 'fence', name: 'label', text: 'x\n</label bb>\ny' }])
  })

  it('is whole without fences, and nothing where it is empty', () => {
    expect(splitFences('a <b> c')).toEqual([{ kind: 'words', text: 'a <b> c' }])
    expect(splitFences(' \n')).toEqual([])
  })
})
