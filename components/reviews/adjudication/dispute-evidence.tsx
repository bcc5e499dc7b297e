'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApplicationSides } from '@/components/reviews/application-card'
import { sidesOf } from '@/components/reviews/application-sides'
import { useEvidence } from '@/components/reviews/desk.query'
import { EvidencePane } from '@/components/reviews/evidence-pane'
import { type EvidenceTab, evidenceTabsOf } from '@/components/reviews/evidence-tab'
import { FormatTrial } from '@/components/reviews/format-trial'
import { PairSource } from '@/components/reviews/pair-source'
import { RecordSource } from '@/components/reviews/record-source'
import { applicationQuery, useApplications } from '@/components/reviews/rule.query'
import type { Selection } from '@/components/reviews/selection'
import { WrittenSyllabus } from '@/components/reviews/written-syllabus'
import { NodeSurroundings } from '@/components/taxonomy/node-surroundings'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { ApplicationView } from '@/lib/artifacts/schema'
import type { DeskItem, DeskItemOf } from '@/lib/reviews/schema'

const SAMPLE = 10

/** What speaks for or against a disputed draft, as the desk shows it, to be read. */
export function DisputeEvidence({ project, item }: { project: string; item: DeskItem }) {
  const { version } = item
  const [seed, setSeed] = useState(0)
  switch (version.kind) {
    case 'guideline':
      return <GuidelineEvidence project={project} item={item as DeskItemOf<'guideline'>} />
    case 'rule':
      return <RuleEvidence project={project} version={version.id} />
    case 'application':
      return <WrittenAnswer project={project} version={version.id} />
    case 'format':
      return (
        <FormatTrial
          {...{ project, version, seed }}
          shown={version.content}
          onOthers={() => setSeed(seed + 1)}
        />
      )
    case 'pair':
      return <PairSource project={project} version={version} />
    case 'record':
      return <RecordSource project={project} version={version} />
    case 'node':
      return <NodeSurroundings project={project} node={version.artifactId} />
    case 'syllabus':
      return <WrittenSyllabus project={project} version={version} shown={version.content} />
  }
}

function GuidelineEvidence({ project, item }: { project: string; item: DeskItemOf<'guideline'> }) {
  const { data } = useEvidence(project, item.version)
  const tabs = evidenceTabsOf(data?.form ?? 'ner')
  const [chosen, setTab] = useState<EvidenceTab | null>(null)
  const [shown, setShown] = useState<Selection | null>(null)
  const tab = chosen && tabs.includes(chosen) ? chosen : tabs[0]!
  return <EvidencePane {...{ project, item, tab, shown }} onTab={setTab} onShow={setShown} />
}

function RuleEvidence({ project, version }: { project: string; version: string }) {
  const { data, error, refetch } = useApplications(project, version, {
    ...{ order: 'random', seed: 0, count: SAMPLE },
  })
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton className="m-4 h-24" />
  return (
    <ul className="flex flex-col px-4">
      {data.items.map((item) => (
        <li key={item.ordinal} className="hairline-b py-3">
          <Answer item={item} />
        </li>
      ))}
    </ul>
  )
}

function WrittenAnswer({ project, version }: { project: string; version: string }) {
  const { data, error, refetch } = useQuery(applicationQuery(project, version))
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton className="m-4 h-24" />
  return (
    <div className="p-4">
      <Answer item={data} />
    </div>
  )
}

function Answer({ item }: { item: ApplicationView }) {
  return (
    <>
      <p className="pb-1 font-mono text-muted text-xs">{`#${item.ordinal}`}</p>
      {item.question && <p className="reading pb-2 font-medium">{item.question}</p>}
      <ApplicationSides sides={sidesOf(item)} />
    </>
  )
}
