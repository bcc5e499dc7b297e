'use client'

import { useTranslations } from 'next-intl'
import type { DeskSession } from '@/components/reviews/desk-session'
import type { DeskState } from '@/components/reviews/desk-state'
import type { EvidenceTab } from '@/components/reviews/evidence-tab'
import { choiceKey, type KeyOf } from '@/components/reviews/keys/choice-key'
import { useDeskKeys } from '@/components/reviews/keys/keys.query'
import { type ScreenKey, useScreenKeys } from '@/components/ui/screen-keys'

export type ReadingDeeds = {
  mode: DeskState['mode']
  lost: boolean
  session: DeskSession
  next: () => void
  previous: () => void
  show?: () => void
  showAll?: (() => void) | undefined
  /** The tabs of a guideline's evidence, as its task form has them. */
  tabs?: { all: readonly EvidenceTab[]; open: (tab: EvidenceTab) => void }
  /** The marks of a rule's applications, or of the sessions of a syllabus: right, wrong. */
  mark?: { right: () => void; wrong: () => void; isSession?: boolean }
  /** The samples of a rule's applications. */
  samples?: { random: () => void; hardest: () => void }
  /** What approving means here, where it is more than a verdict. */
  approve?: () => void
  /** Nothing where a draft is only judged. */
  edit?: () => void
  save: () => void
  leave: () => void
}

/** The keys of a draft on the screen; those of the reasons come with their row. */
export function useReadingKeys(deeds: ReadingDeeds): void {
  const t = useTranslations('reviews')
  const keyOf = useDeskKeys()
  useScreenKeys(deskKeys(deeds, (key, values) => t(key as 'keys.approve', values as never), keyOf))
}

type Words = (key: string, values?: Record<string, string>) => string

export function deskKeys(deeds: ReadingDeeds, words: Words, keyOf: KeyOf): ScreenKey[] {
  if (deeds.mode === 'editing') return editingKeys(deeds, words, keyOf)
  if (deeds.mode === 'rejecting') return []
  return [...decidingKeys(deeds, words, keyOf), ...lookingKeys(deeds, words, keyOf)]
}

function decidingKeys(
  { session, lost, edit, approve }: ReadingDeeds,
  words: Words,
  keyOf: KeyOf,
): ScreenKey[] {
  const undo = { keys: keyOf('undo'), label: words('keys.undo'), run: () => session.undo(), deed: true }
  if (lost) return [{ keys: keyOf('skip'), label: words('bar.pass'), run: () => session.pass() }, undo]
  return [
    {
      keys: keyOf('approve'),
      label: words('keys.approve'),
      run: approve ?? (() => session.decide({ verdict: 'approve' })),
      deed: true,
    },
    ...(edit ? [{ keys: keyOf('edit'), label: words('keys.edit'), run: edit, deed: true }] : []),
    {
      keys: keyOf('reject'),
      label: words('keys.reject'),
      run: () => session.setMode('rejecting'),
      deed: true,
    },
    {
      keys: keyOf('skip'),
      label: words('keys.skip'),
      run: () => session.decide({ verdict: 'skip' }),
      deed: true,
    },
    undo,
  ]
}

function lookingKeys(deeds: ReadingDeeds, words: Words, keyOf: KeyOf): ScreenKey[] {
  const walked = deeds.mark?.isSession ? 'Session' : deeds.mark ? 'Application' : ''
  return [
    {
      keys: keyOf('next'),
      label: words(`keys.next${walked}`),
      run: deeds.next,
      repeats: true,
    },
    {
      keys: keyOf('previous'),
      label: words(`keys.previous${walked}`),
      run: deeds.previous,
      repeats: true,
    },
    ...(deeds.mark ? markingKeys(deeds.mark, words, keyOf) : []),
    {
      keys: 'ArrowDown',
      label: words('keys.next'),
      run: (event) => scrollOr(event, deeds.next),
      hidden: true,
      repeats: true,
    },
    {
      keys: 'ArrowUp',
      label: words('keys.previous'),
      run: (event) => scrollOr(event, deeds.previous),
      hidden: true,
      repeats: true,
    },
    ...(deeds.show ? [{ keys: keyOf('show'), label: words('keys.show'), run: deeds.show }] : []),
    ...(deeds.showAll ? [{ keys: keyOf('all'), label: words('keys.all'), run: deeds.showAll }] : []),
    ...(deeds.tabs ? tabKeys(deeds.tabs, words, keyOf) : []),
    ...(deeds.samples
      ? [
          { keys: keyOf('choice1'), label: words('rule.orders.random'), run: deeds.samples.random },
          { keys: keyOf('choice2'), label: words('rule.orders.hardest'), run: deeds.samples.hardest },
        ]
      : []),
    { keys: keyOf('down'), label: words('keys.more'), run: () => scrollSentences(1), repeats: true },
    { keys: keyOf('up'), label: words('keys.back'), run: () => scrollSentences(-1), repeats: true },
  ]
}

function tabKeys({ all, open }: NonNullable<ReadingDeeds['tabs']>, words: Words, keyOf: KeyOf): ScreenKey[] {
  return all.map((tab, index) => ({
    keys: choiceKey(keyOf, index),
    label: words('keys.tab', { tab: words(`evidence.tabs.${tab}`) }),
    run: () => open(tab),
  }))
}

function markingKeys(
  { right, wrong, isSession }: NonNullable<ReadingDeeds['mark']>,
  words: Words,
  keyOf: KeyOf,
): ScreenKey[] {
  return [
    {
      keys: keyOf('right'),
      label: words(isSession ? 'keys.rightSession' : 'keys.right'),
      run: right,
      deed: true,
    },
    {
      keys: keyOf('wrong'),
      label: words(isSession ? 'keys.wrongSession' : 'keys.wrong'),
      run: wrong,
      deed: true,
    },
  ]
}

/** Ctrl+S and Escape do it as well, whatever was chosen: nobody should be shut in, or save a page. */
function editingKeys({ save, leave }: ReadingDeeds, words: Words, keyOf: KeyOf): ScreenKey[] {
  return [
    { keys: 'Mod+s', label: words('keys.save'), run: save, whileTyping: true, hidden: true },
    { keys: 'Escape', label: words('keys.leave'), run: leave, whileTyping: true, hidden: true },
    { keys: keyOf('save'), label: words('keys.save'), run: save, whileTyping: true },
    { keys: keyOf('leave'), label: words('keys.leave'), run: leave, whileTyping: true },
  ]
}

/** Arrows scroll the part that has the focus, and walk over the lines elsewhere. */
function scrollOr(event: KeyboardEvent, walk: () => void): void {
  const part = event.target instanceof Element ? event.target.closest('[data-sentences]') : null
  if (part) part.scrollBy({ top: event.key === 'ArrowDown' ? 48 : -48 })
  else walk()
}

/** Most of a page down or up; at the end the next sentences are read. */
function scrollSentences(direction: 1 | -1): void {
  const part = [...document.querySelectorAll<HTMLElement>('[data-sentences]')].find((one) => one.offsetParent)
  if (!part) return
  const atEnd = part.scrollTop + part.clientHeight >= part.scrollHeight - 4
  if (direction === 1 && atEnd) part.querySelector<HTMLElement>('[data-more]')?.click()
  else part.scrollBy({ top: direction * part.clientHeight * 0.8 })
}
