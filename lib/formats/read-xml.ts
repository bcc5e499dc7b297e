import { SaxesParser } from 'saxes'
import { AnswerSyntaxError } from '@/lib/formats/model'

export type XmlNode = {
  name: string
  attributes: Readonly<Record<string, string>>
  at: number
  text: string
  nodes: XmlNode[]
}

/** An answer nests four deep: document, group, item, field. */
const DEEPEST = 4

/** A well-formed document as a tree. Comments, instructions and document types have no place in an answer. */
export function readXml(output: string): XmlNode {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: XmlNode[] = []
  let root: XmlNode | undefined
  const fail = (message: string): never => {
    throw new AnswerSyntaxError(message, Math.min(Math.max(parser.position, 0), output.length))
  }
  parser.on('error', ({ message }) => fail(message.replace(/^\d+:\d+: /, '')))
  parser.on('comment', () => fail('A comment'))
  parser.on('doctype', () => fail('A document type'))
  parser.on('processinginstruction', () => fail('A processing instruction'))
  const addText = (text: string) => {
    const node = open.at(-1)
    if (node) node.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === DEEPEST) fail('Nested too deeply')
    const at = Math.max(0, output.lastIndexOf('<', parser.position - 1))
    const node = { name, attributes, at, text: '', nodes: [] }
    open.at(-1)?.nodes.push(node)
    root ??= node
    open.push(node)
  })
  parser.on('closetag', () => open.pop())
  parser.write(output).close()
  return root ?? fail('Expected an element')
}
