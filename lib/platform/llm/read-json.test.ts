import { describe, expect, it } from 'vitest'
import { readJson } from '@/lib/platform/llm/read-json'

describe('JSON in what a model says', () => {
  const said = { text: 'a "b" {c}', list: [1, null, true] }
  const json = JSON.stringify(said)
  it.each([
    ['alone', json],
    ['in a code block', `Here you are:\n\`\`\`json\n${json}\n\`\`\`\nAnything else?`],
    ['after its thoughts', `<think>{"text": 1}</think>\n${json}`],
    ['between words', `Sure! ${json} I hope this helps.`],
    ['after a mark of byte order', `\ufeff${json}`],
    ['with commas too many', `{"text": "a \\"b\\" {c}", "list": [1, null, true,],}`],
    ['in single quotes and without', `{'text': 'a "b" {c}', list: [1, null, true]}`],
    ['in the words of Python', `{'text': 'a "b" {c}', 'list': [1, None, True]}`],
    ['with a comment', `{"text": "a \\"b\\" {c}", /* three */ "list": [1, null, true]}`],
    ['with typographic quotes', `{“text”: "a \\"b\\" {c}", “list”: [1, null, true]}`],
    ['with a comma missing', `{"text": "a \\"b\\" {c}" "list": [1 null true]}`],
  ])('is read %s', (_how, text) => {
    expect(readJson(text)).toEqual(said)
  })

  it('holds nothing that a database could not keep', () => {
    const said = '{"a\\u0000": ["b\\u0000c", "\\ud83d", "\\ud83d\\ude92", "\\\\u0000"]}'
    expect(readJson(said)).toEqual({ a: ['bc', '\ufffd', '🚒', '\\u0000'] })
  })

  it.each([
    ['words alone', 'I cannot help with that.'],
    ['an answer that was cut', '{"rules": [{"name": "a"}, {"name": "b'],
    ['an answer that was cut between two things', '{"rules": [{"name": "a"}, {"name": "b"}'],
    ['a beginning', '{"definition": "A party'],
  ])('is not made up of %s', (_what, text) => {
    expect(() => readJson(text)).toThrow(SyntaxError)
  })
})
