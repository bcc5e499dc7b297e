import type { Encoding, Packing } from '@/lib/corpora/model'

/** The text of a file as UTF-8, its lines ended as lines are. */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, endsWithReturn }: Pick<Packing, 'encoding' | 'endsWithReturn'>,
): AsyncGenerator<Uint8Array> {
  const decoded = encoding === 'utf-8' ? chunks : recode(chunks, encoding)
  if (!endsWithReturn) yield* decoded
  else for await (const chunk of decoded) yield chunk.map((byte) => (byte === RETURN ? NEWLINE : byte))
}

const RETURN = 13
const NEWLINE = 10

/** Text of another encoding as UTF-8. Bytes that mean nothing in it become a byte that means nothing in UTF-8, so that the line is refused. */
async function* recode(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const { default: iconv } = await import('iconv-lite')
  const decoder = iconv.getDecoder(encoding)
  let half = ''
  for await (const chunk of chunks) {
    const text = half + decoder.write(chunk as Buffer)
    half = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : ''
    if (text.length > half.length) yield encode(half ? text.slice(0, -1) : text)
  }
  const rest = half + (decoder.end() ?? '')
  if (rest) yield encode(rest)
}

const MEANINGLESS = Buffer.of(0xff)

function encode(text: string): Buffer {
  const whole = text.replace(/\p{Surrogate}/gu, '\ufffd')
  if (!whole.includes('\ufffd')) return Buffer.from(whole)
  const parts = whole.split('\ufffd').flatMap((part) => [MEANINGLESS, Buffer.from(part)])
  return Buffer.concat(parts.slice(1))
}
