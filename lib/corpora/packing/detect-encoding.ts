import { isUtf8 } from 'node:buffer'
import chardet from 'chardet'
import { type Encoding, encodingSchema } from '@/lib/corpora/model'
import { decodeStart } from '@/lib/corpora/packing/decode-start'

/** `isGuess`: the bytes would mean something in other encodings, too. */
export type DetectedEncoding = { encoding: Encoding; isGuess: boolean }

const LOOKED_AT = 65_536
const SURE = 80

/** Does a file begin as Parquet does, whose index is at its end? */
export function hasIndex(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PAR1'
}

/** The encoding of a text, from its beginning; null for what is no text. */
export function detectEncoding(head: Uint8Array): DetectedEncoding | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  if (hasIndex(bytes)) return null
  const mark = bytes.toString('hex', 0, 3)
  if (mark.startsWith('fffe')) return { encoding: 'utf-16le', isGuess: false }
  if (mark.startsWith('feff')) return { encoding: 'utf-16be', isGuess: false }
  if (bytes.includes(0)) return detectNuls(bytes)
  if (mark === 'efbbbf' || isMostlyUtf8(bytes)) return { encoding: 'utf-8', isGuess: false }
  return guess(bytes.subarray(0, LOOKED_AT))
}

/** Every second byte of UTF-16 is often NUL; in a text of bytes a NUL is a rare fault; in anything else they are everywhere. */
function detectNuls(bytes: Buffer): DetectedEncoding | null {
  const start = bytes.subarray(0, LOOKED_AT)
  let even = 0
  let odd = 0
  start.forEach((byte, i) => {
    if (byte === 0 && i % 2 === 0) even++
    else if (byte === 0) odd++
  })
  const [encoding, share] =
    odd > even ? (['utf-16le', odd / (even + odd)] as const) : (['utf-16be', even / (even + odd)] as const)
  const isRare = (even + odd) * 10 <= start.length
  if (isRare && isMostlyUtf8(bytes)) return { encoding: 'utf-8', isGuess: false }
  return share > 0.8 && isPlainText(decodeStart(start, encoding)) ? { encoding, isGuess: false } : null
}

function isPlainText(text: string): boolean {
  return !/[^\P{Cc}\s]|\p{Cn}|\p{Cs}|\ufffd/u.test(text)
}

/** A few broken lines are for the report; a file that is broken throughout was written in another encoding. */
function isMostlyUtf8(head: Buffer): boolean {
  if (isUtf8(head.subarray(0, head.lastIndexOf(10) + 1)) && isUtf8(withoutCutEnd(head))) return true
  let foreign = 0
  let broken = 0
  for (let start = 0, end = head.indexOf(10); end >= 0; start = end + 1, end = head.indexOf(10, start)) {
    const line = head.subarray(start, end)
    if (!line.some((byte) => byte > 127)) continue
    foreign++
    if (!isUtf8(line)) broken++
  }
  return foreign > 0 && broken * 2 <= foreign
}

/** Without the bytes of a character that the end of the head cut in two. */
function withoutCutEnd(head: Buffer): Buffer {
  let at = head.length - 1
  while (at > head.length - 4 && at >= 0 && (head[at]! & 0xc0) === 0x80) at--
  return at >= 0 && head[at]! >= 0xc0 && head.length - at < bytesOf(head[at]!) ? head.subarray(0, at) : head
}

function bytesOf(first: number): number {
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
}

type Candidate = { encoding: Encoding; confidence: number; isWide: boolean }

const WIDE = new Set<Encoding>(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'])
const AS_BROWSERS_READ: Record<string, Encoding> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
}

function guess(bytes: Buffer): DetectedEncoding {
  const candidates = candidatesFor(bytes)
  const [first, second] = candidates
  if (first?.isWide && first.confidence >= SURE)
    return { encoding: first.encoding, isGuess: first.confidence === second?.confidence }
  if (looksPaired(bytes) && decodesTo(HAN_TEXT, bytes, 'gb18030'))
    return { encoding: 'gb18030', isGuess: true }
  const western = candidates.find(({ encoding }) => encoding === 'windows-1252')
  const isClose = western && first && first.confidence - western.confidence < 25
  const chosen = isClose ? western : candidates.find(({ isWide }) => !isWide)
  return { encoding: chosen?.encoding ?? 'windows-1252', isGuess: true }
}

function candidatesFor(bytes: Buffer): Candidate[] {
  return chardet.analyse(bytes).flatMap(({ name, confidence }) => {
    const known = name.toLowerCase()
    const { data: encoding } = encodingSchema.safeParse(AS_BROWSERS_READ[known] ?? known)
    if (!encoding || encoding === 'utf-8' || decodeStart(bytes, encoding).includes('\ufffd')) return []
    return [{ encoding, confidence, isWide: WIDE.has(encoding) }]
  })
}

const HAN_TEXT = /^[\p{ASCII}\p{Script=Han}\u2000-\u206f\u3000-\u303f\uff00-\uffef]*$/u

function decodesTo(expected: RegExp, bytes: Buffer, encoding: Encoding): boolean {
  return expected.test(decodeStart(bytes, encoding))
}

/** Bytes above 127 stand in pairs where each character has two; accented letters stand alone between others. */
function looksPaired(bytes: Buffer): boolean {
  const runs = bytes.toString('latin1').match(/[\x80-\xff]+/g) ?? []
  return runs.every((run) => run.length % 2 === 0)
}
