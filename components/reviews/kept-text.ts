import type { KeyStorage } from '@/components/reviews/outbox-storage'

/** A text that was typed and not yet saved, by version and person: it outlives a crash of the page. */
export type KeptText<Typed = object> = { typed: Typed; comment: string; at: number }

const KEPT_FOR_MS = 30 * 24 * 3600 * 1000

export class KeptTexts {
  constructor(
    private readonly storage: KeyStorage,
    private readonly person: string,
    private readonly what: 'text' | 'marks' | 'line' = 'text',
  ) {}

  keep(versionId: string, text: KeptText): boolean {
    try {
      this.storage.setItem(this.keyOf(versionId), JSON.stringify(text))
      return true
    } catch {
      return false
    }
  }

  read(versionId: string): KeptText | null {
    try {
      const text = JSON.parse(this.storage.getItem(this.keyOf(versionId)) ?? 'null') as KeptText | null
      return typeof text?.typed === 'object' && text.typed !== null ? text : null
    } catch {
      return null
    }
  }

  forget(versionId: string): void {
    this.storage.removeItem(this.keyOf(versionId))
  }

  /** Texts that nobody came back to for a month make room. */
  sweep(now: number): void {
    const all = Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i) ?? '')
    for (const key of all.filter((name) => name.startsWith(this.prefix()))) {
      const versionId = key.slice(this.prefix().length)
      const text = this.read(versionId)
      if (!text || now - text.at > KEPT_FOR_MS) this.forget(versionId)
    }
  }

  private keyOf(versionId: string): string {
    return `${this.prefix()}${versionId}`
  }

  private prefix(): string {
    return `gloss.${this.what}.${this.person}.`
  }
}
