'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useEvidence } from '@/components/reviews/desk.query'
import { DeskColumn } from '@/components/reviews/desk-columns'
import { DraftHeading } from '@/components/reviews/draft-heading'
import { DraftText } from '@/components/reviews/draft-text'
import { EvidencePane } from '@/components/reviews/evidence-pane'
import { type EvidenceTab, evidenceTabsOf, exampleRefOf } from '@/components/reviews/evidence-tab'
import { keyOf } from '@/components/reviews/example-list'
import { FoundText } from '@/components/reviews/found-text'
import {
  type ExampleSection,
  type Eye,
  guidelineTypist,
  type Section,
} from '@/components/reviews/guideline-text'
import { HistoryPane } from '@/components/reviews/history-pane'
import type { PlaceProps } from '@/components/reviews/place-props'
import { linesOf, nextClaim, type Selection, selectionOfClaim } from '@/components/reviews/selection'
import { useReadingKeys } from '@/components/reviews/use-reading-keys'
import { useTyping } from '@/components/reviews/use-typing'
import { liveClaims, type MentionRef } from '@/lib/artifacts/kinds/guideline/evidence'

// Fetched as soon as the first draft is read: by the time somebody edits, it is here.
const fetchForm = () => import('@/components/reviews/draft-form')
const DraftForm = lazy(fetchForm)

/** A guideline with its evidence and its history. */
export function GuidelinePlace(props: PlaceProps<'guideline'>) {
  const { item, session, mode, project } = props
  const t = useTranslations('reviews.desk.parts')
  const { data: evidence } = useEvidence(project, item.version)
  const lines = linesOf(item.version.content, evidence ? liveClaims(evidence, item.version.content) : [])
  const [current, setCurrent] = useState(-1)
  const [shown, setShown] = useState<Selection | null>(null)
  const form = evidence?.form ?? 'ner'
  const tabs = evidenceTabsOf(form)
  const [chosen, setTab] = useState<EvidenceTab | null>(null)
  const tab = chosen && tabs.includes(chosen) ? chosen : tabs[0]!
  const [eye, setEye] = useState<Eye>({ section: 'definition', index: 0 })
  const looked = useRef<Eye | null>(null)
  const article = useRef<HTMLElement>(null)
  const typing = useTyping(item.version, props.person, guidelineTypist)
  const editing = mode === 'editing'

  function moveTo(next: number) {
    const index = Math.max(0, Math.min(lines.length - 1, next))
    const line = lines[index]
    if (!line) return
    setCurrent(index)
    looked.current = { section: line.section, index: line.index }
    const at = `[data-section="${line.section}"][data-index="${line.index}"]`
    article.current?.querySelector(at)?.scrollIntoView({ block: 'nearest' })
  }

  function showClaim() {
    const claim = lines[current] && nextClaim(lines[current], shown)
    if (claim) setShown(selectionOfClaim(claim))
  }

  function edit() {
    if (props.lost || editing) return
    if (typing.found) typing.resume()
    setEye(looked.current ?? { section: 'definition', index: 0 })
    session.setMode('editing')
  }

  function leave() {
    session.setMode('reading')
    requestAnimationFrame(() => article.current?.focus({ preventScroll: true }))
  }

  function save() {
    const saving = typing.save()
    if (saving.kind === 'content')
      session.decide({ verdict: 'edit', content: saving.content }, saving.comment)
    if (saving.kind === 'unchanged') {
      props.say('unchanged')
      leave()
    }
  }

  function addExample(section: ExampleSection, found: MentionRef) {
    const added = { ...exampleRefOf(found, form), note: '' }
    const others = typing.typed[section].filter((one) => keyOf(one) !== keyOf(added))
    typing.type({ [section]: [...others, added] })
  }

  useEffect(() => void fetchForm(), [])
  const approve = () => session.decide({ verdict: 'approve' })
  useImperativeHandle(props.ref, () => ({ edit, save, approve }))
  useReadingKeys({
    mode,
    lost: props.lost,
    session,
    next: () => moveTo(current + 1),
    previous: () => moveTo(current - 1),
    show: showClaim,
    showAll: shown ? () => setShown(null) : undefined,
    tabs: { all: tabs, open: setTab },
    edit,
    save,
    leave,
  })

  return (
    <>
      <DeskColumn part="draft" label={t('draft')}>
        <article ref={article} tabIndex={-1} className="outline-none" data-version={item.version.id}>
          <DraftHeading item={item} progress={props.progress} />
          {typing.found && !editing && <FoundText typing={typing} onResume={edit} />}
          {editing ? (
            <Suspense>
              <DraftForm
                project={project}
                corpus={item.corpus.id}
                form={item.corpus.taskForm}
                typing={typing}
                eye={eye}
              />
            </Suspense>
          ) : (
            <DraftText
              project={project}
              item={item}
              lines={lines}
              current={current}
              evidence={evidence}
              shown={shown}
              onShow={setShown}
              onLook={(section: Section, index: number) => {
                looked.current = { section, index }
              }}
            />
          )}
        </article>
      </DeskColumn>
      <DeskColumn part="evidence" label={t('evidence')} bare>
        <EvidencePane
          project={project}
          item={item}
          tab={tab}
          shown={shown}
          onTab={setTab}
          onShow={setShown}
          onAdd={editing ? addExample : undefined}
        />
      </DeskColumn>
      <DeskColumn part="history" label={t('history')}>
        <HistoryPane item={item} />
      </DeskColumn>
    </>
  )
}
