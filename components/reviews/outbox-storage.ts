import type { Deed, Entry } from '@/components/reviews/outbox-entry'

/** The part of the browser's storage that is used. */
export type KeyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * Entries in the browser, one key each and in the order of their keys: two tabs of one person add and remove without
 * writing over each other. Keys hold the person and the project, so nobody sends what another left behind.
 */
export class OutboxStorage {
  private last = 0

  constructor(
    private readonly storage: KeyStorage,
    private readonly scope: string,
  ) {}

  /** A place after every earlier one of this browser, also within one millisecond. */
  nextPlace(now: number): string {
    this.last = Math.max(now, this.last + 1)
    return this.last.toString().padStart(15, '0')
  }

  load(): Entry[] {
    return this.keys()
      .sort()
      .flatMap((key) => parseEntry(this.storage.getItem(key)))
  }

  /** The entry as another tab may have left it; nothing when one has sent it. */
  read(entry: Entry): Entry | undefined {
    return parseEntry(this.storage.getItem(this.keyOf(entry)))[0]
  }

  /** Without room in the browser the entry lives in this tab only, and says so. */
  save(entry: Entry): Entry {
    try {
      const stored = { ...entry, stored: true }
      this.storage.setItem(this.keyOf(entry), JSON.stringify(stored))
      return stored
    } catch {
      return { ...entry, stored: false }
    }
  }

  remove(entry: Entry): void {
    this.storage.removeItem(this.keyOf(entry))
  }

  private keyOf(entry: Entry): string {
    return `${this.prefix()}${entry.place}.${entry.deed.requestKey}`
  }

  private keys(): string[] {
    const all = Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i) ?? '')
    return all.filter((key) => key.startsWith(this.prefix()))
  }

  private prefix(): string {
    return `gloss.outbox.${this.scope}.`
  }
}

function parseEntry(text: string | null): Entry[] {
  try {
    const entry = JSON.parse(text ?? '') as Entry
    if (!entry.deed?.requestKey) return []
    for (const content of contentsIn(entry.deed)) fillGuideline(content)
    return [entry]
  } catch {
    return []
  }
}

/** A deed may have been kept before guidelines had all their fields. */
function fillGuideline(content: Record<string, unknown>): void {
  if (!('label' in content)) return
  content.questions ??= []
  content.paraphrases ??= { en: [], zh: [] }
}

function contentsIn(deed: Deed): Record<string, unknown>[] {
  const typed = deed.kind === 'decide' && deed.body.verdict === 'edit' ? deed.body.content : undefined
  return [deed.item?.version.content, typed].filter((content) => content !== undefined)
}
