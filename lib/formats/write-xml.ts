/** An element with text or with elements, and at most one attribute. */
export type XmlElement = {
  name: string
  attribute?: [name: string, value: string]
  content: string | XmlElement[]
}

/** XML whose space within texts is all meant; between elements there is line break and `indent`, or nothing. */
export function writeXml(element: XmlElement, indent: number, depth = 0): string {
  const { name, attribute, content } = element
  const line = indent ? `\n${' '.repeat(indent * depth)}` : ''
  const tag = attribute ? `${name} ${attribute[0]}="${escapeXml(attribute[1], ATTRIBUTE)}"` : name
  if (typeof content === 'string') return `<${tag}>${escapeXml(content, TEXT)}</${name}>`
  if (!content.length) return `<${tag}/>`
  const step = indent ? `${line}${line ? ' '.repeat(indent) : ''}` : ''
  const inner = content.map((one) => `${step}${writeXml(one, indent, depth + 1)}`).join('')
  return `<${tag}>${inner}${line}</${name}>`
}

// A reader turns CR into LF, and in attributes every white space into a space.
const TEXT = /[&<>\r]/g
const ATTRIBUTE = /[&<>"\r\n\t]/g
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeXml(text: string, special: RegExp): string {
  return text.replace(special, (char) => ENTITIES[char] ?? `&#${char.charCodeAt(0)};`)
}
