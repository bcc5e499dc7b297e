export const BEAT_EVERY_MS = 120_000
/** Nobody who reads a page leaves it alone for so long. */
const IDLE_AFTER_MS = 15 * 60_000
/** So long somebody may look something up in another tab. */
const HIDDEN_AFTER_MS = 5 * 60_000

type Ports = { now: () => number; beat: () => void }

/**
 * When to tell the server that somebody is still at the desk: every two minutes while the page shows a sign of life, a while longer
 * when it is out of sight, and at once when somebody comes back. Without it the leases run out and others get the drafts.
 */
export class Heartbeat {
  private lastSign: number
  private lastBeat: number
  private hiddenSince: number | null = null

  constructor(private readonly ports: Ports) {
    this.lastSign = ports.now()
    this.lastBeat = ports.now()
  }

  /** A key, a click, scrolling. */
  sign(): void {
    const now = this.ports.now()
    this.lastSign = now
    if (this.hiddenSince === null && now - this.lastBeat > 1.5 * BEAT_EVERY_MS) this.beat()
  }

  /** Called every `BEAT_EVERY_MS`. */
  tick(): void {
    const now = this.ports.now()
    if (now - this.lastSign > IDLE_AFTER_MS) return
    if (this.hiddenSince !== null && now - this.hiddenSince > HIDDEN_AFTER_MS) return
    this.beat()
  }

  hide(): void {
    this.hiddenSince ??= this.ports.now()
  }

  show(): void {
    this.hiddenSince = null
    this.lastSign = this.ports.now()
    this.beat()
  }

  private beat(): void {
    this.lastBeat = this.ports.now()
    this.ports.beat()
  }
}
