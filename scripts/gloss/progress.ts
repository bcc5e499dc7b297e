import { amountIn } from './amount'

const BAR_CELLS = 24
const REDRAW_MS = 100
const PLAIN_LINE_MS = 5000

/** How far something is, on standard error: a bar that redraws itself on a terminal, else a line now and then. */
export function showProgress(what: string, unit: string) {
  const begun = Date.now()
  const isTerminal = process.stderr.isTTY === true
  let shownAt = 0
  const write = (text: string) => process.stderr.write(isTerminal ? `\r\x1b[2K${text}` : `${text}\n`)
  return {
    update(done: number, total: number | null) {
      const now = Date.now()
      if (now - shownAt < (isTerminal ? REDRAW_MS : PLAIN_LINE_MS)) return
      if (shownAt === 0 && !isTerminal && now - begun < REDRAW_MS) return
      shownAt = now
      write(progressLine({ what, unit, done, total, seconds: (now - begun) / 1000 }))
    },
    end(words: string) {
      write(`${what}: ${words} (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
      if (isTerminal) process.stderr.write('\n')
    },
    /** Leaves the line as it is, for words that follow. */
    leave() {
      if (isTerminal && shownAt) process.stderr.write('\n')
    },
  }
}

export function progressLine(now: {
  what: string
  unit: string
  done: number
  total: number | null
  seconds: number
}): string {
  const { what, unit, done, total, seconds } = now
  const rate = seconds > 0 ? done / seconds : 0
  const amount = total ? `${amountIn(done, unit)} of ${amountIn(total, unit)}` : amountIn(done, unit)
  const speed = rate > 0 ? `${amountIn(rate, unit)}/s` : ''
  if (!total) return [what, amount, speed].filter(Boolean).join('  ')
  const share = Math.min(1, done / total)
  const filled = Math.round(share * BAR_CELLS)
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled)
  const left = rate > 0 && done < total ? `${Math.ceil((total - done) / rate)} s left` : ''
  return [what, bar, `${Math.floor(share * 100)} %`, amount, speed, left].filter(Boolean).join('  ')
}
