// Says what is being done and how long it took, one line per step. Steps may overlap.
const HEARTBEAT_MS = 10_000
const mark = process.stdout.isTTY
  ? { done: '\x1b[32m✓\x1b[0m', failed: '\x1b[31m✗\x1b[0m', busy: '\x1b[2m…\x1b[0m' }
  : { done: '✓', failed: '✗', busy: '…' }

/** `work` may announce what will take long through its argument, and returns what the finished line shall say. */
export async function step(name, work) {
  const begun = performance.now()
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`
  const heartbeat = setInterval(() => line(mark.busy, name, seconds()), HEARTBEAT_MS)
  try {
    const outcome = await work((announcement) => line(mark.busy, name, announcement))
    line(mark.done, name, outcome ?? '', seconds())
  } catch (error) {
    line(mark.failed, name, '', seconds())
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}

export function line(sign, name, text = '', time = '') {
  console.log(`  ${sign} ${name.padEnd(10)} ${time ? text.padEnd(52) : text} ${time}`.trimEnd())
}
