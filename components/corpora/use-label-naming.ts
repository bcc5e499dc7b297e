'use client'

import { useEffect, useState } from 'react'
import { useNameLabels } from '@/components/corpora/label-names.query'
import {
  findNameClashes,
  isSameName,
  type LabelName,
  type NameChange,
  type NameClash,
} from '@/lib/corpora/label-names/model'
import type { NamedLabel } from '@/lib/corpora/label-names/schema'
import { type PhraseLanguage, phraseLanguages } from '@/lib/tasks/model'

type Typed = Readonly<Record<PhraseLanguage, string>>
/** What was typed over the names and is not saved, label by label. */
export type TypedNames = ReadonlyMap<string, Typed>

/** What is typed outlives the tab in which it is typed, for as long as the page is open. */
export type NamingState = {
  typed: TypedNames
  /** What stood there before suggestions were filled in. */
  unfilled: TypedNames | null
  /** What takes the last saving back. */
  undo: NameChange[] | null
}
export const nothingTyped: NamingState = { typed: new Map(), unfilled: null, undo: null }

type Given = {
  project: string
  corpus: string
  items: readonly NamedLabel[]
  state: NamingState
  onState: (state: NamingState) => void
}

/** Naming labels: typing, suggestions, saving, and the way back from each. */
export function useLabelNaming({ project, corpus, items, state, onState }: Given) {
  const save = useNameLabels(project, corpus)
  const [isUndone, setUndone] = useState(false)
  const { typed, unfilled, undo } = state
  const changes = items.flatMap((item) => changeOf(item, typed) ?? [])
  useWarningOnLeave(changes.length > 0)
  const write = (next: Partial<NamingState>) => {
    save.reset()
    setUndone(false)
    onState({ ...state, ...next })
  }
  return {
    changes,
    clashes: clashesOf(items, changes),
    error: save.error,
    isSaving: save.isPending,
    /** Is everything saved that was typed since the page was opened, and was there anything? */
    isSaved: undo !== null && changes.length === 0,
    isUndone,
    canUnfill: unfilled !== null,
    suggestions: items.filter((item) => fill(item, typed) !== null).length,
    wordsOf: (item: NamedLabel) => wordsOf(item, typed),
    type(item: NamedLabel, language: PhraseLanguage, words: string) {
      write({
        typed: new Map([...typed, [item.label, { ...wordsOf(item, typed), [language]: words }]]),
        unfilled: null,
      })
    },
    fillIn() {
      const filled = items.flatMap((item) => {
        const words = fill(item, typed)
        return words ? [[item.label, words] as const] : []
      })
      write({ typed: new Map([...typed, ...filled]), unfilled: typed })
    },
    unfill: () => write({ typed: unfilled ?? typed, unfilled: null }),
    discard: () => write({ typed: new Map(), unfilled: null }),
    save() {
      if (changes.length === 0 || save.isPending) return
      const back = changes.map(({ label, name, was = {} }) => ({ label, name: was, was: name }))
      save.mutate(changes, { onSuccess: () => onState({ typed: new Map(), unfilled: null, undo: back }) })
      setUndone(false)
    },
    undo() {
      if (undo === null || save.isPending) return
      save.mutate(undo, {
        onSuccess: () => {
          onState(nothingTyped)
          setUndone(true)
        },
      })
    },
  }
}

function wordsOf({ label, name }: NamedLabel, typed: TypedNames): Typed {
  return typed.get(label) ?? { en: name.en ?? '', zh: name.zh ?? '' }
}

/** The words with suggestions where nothing stands; null when there is none to give. */
function fill(item: NamedLabel, typed: TypedNames): Typed | null {
  const words = wordsOf(item, typed)
  const empty = phraseLanguages.filter(
    (language) => words[language].trim() === '' && item.suggested[language],
  )
  if (empty.length === 0) return null
  return { ...words, ...Object.fromEntries(empty.map((language) => [language, item.suggested[language]!])) }
}

function changeOf(item: NamedLabel, typed: TypedNames): NameChange | null {
  const words = wordsOf(item, typed)
  const said = phraseLanguages.filter((language) => words[language].trim() !== '')
  const name: LabelName = Object.fromEntries(said.map((language) => [language, words[language].trim()]))
  return isSameName(name, item.name) ? null : { label: item.label, name, was: item.name }
}

/** The clashes that saving would make. */
function clashesOf(items: readonly NamedLabel[], changes: readonly NameChange[]): NameClash[] {
  if (changes.length === 0) return []
  const changed = new Map(changes.map(({ label, name }) => [label, name]))
  const names = Object.fromEntries(items.map(({ label, name }) => [label, changed.get(label) ?? name]))
  const labels = items.map(({ label }) => label)
  return findNameClashes(labels, names).filter((clash) => clash.labels.some((label) => changed.has(label)))
}

function useWarningOnLeave(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsaved])
}
