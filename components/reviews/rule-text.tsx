'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEvidence } from '@/components/reviews/desk.query'
import { ParameterList } from '@/components/reviews/format-text'
import { DraftPart } from '@/components/reviews/place-frame'
import { LabelTag } from '@/components/ui/label-hue'
import type { RuleEvidence } from '@/lib/artifacts/kinds/rule/evidence'
import type { VersionOf } from '@/lib/artifacts/schema'
import type { TaskForm } from '@/lib/tasks/model'

type Props = {
  project: string
  version: VersionOf<'rule'>
  /** The other forms in which the gold can be asked and the rule is obeyed. */
  views: readonly TaskForm[]
}

/** A rule to be read from top to bottom: what it says in both languages, for which labels, what it does and how often. */
export function RuleText({ project, version, views }: Props) {
  const t = useTranslations('reviews')
  const form = useTranslations('corpora.taskForms')
  const format = useFormatter()
  const { data: evidence } = useEvidence(project, version)
  const { content } = version
  const { statement, paraphrases, scope, transform, exceptions, note } = content
  return (
    <div className="reading flex flex-col gap-4">
      <DraftPart title={t('sections.statementEn')}>
        <p lang="en">{statement.en}</p>
        <Wordings language="en" wordings={paraphrases.en} />
      </DraftPart>
      <DraftPart title={t('sections.statementZh')}>
        <p lang="zh">{statement.zh}</p>
        <Wordings language="zh" wordings={paraphrases.zh} />
      </DraftPart>
      {evidence && <Figures evidence={evidence} />}
      {evidence?.confusion && <Confusion {...evidence.confusion} />}
      <DraftPart title={t('sections.scope')}>
        {scope.labels.length === 0 ? (
          <p className="text-muted">{t('rule.everyLabel')}</p>
        ) : (
          <p className="flex flex-wrap gap-1.5">
            {scope.labels.map((label) => (
              <LabelTag key={label} label={label} />
            ))}
          </p>
        )}
      </DraftPart>
      {transform ? (
        <DraftPart title={t('rule.transform')}>
          <p className="font-medium">{t(`rule.transforms.${transform.name}`)}</p>
          <ParameterList parameters={transform.parameters} />
        </DraftPart>
      ) : (
        <DraftPart title={t('rule.transform')}>
          <p className="text-muted">{t('rule.byHand')}</p>
        </DraftPart>
      )}
      {views.length > 0 && (
        <p className="text-muted text-sm">
          {t('rule.views', { forms: format.list(views.map((view) => form(view))) })}
        </p>
      )}
      {exceptions.length > 0 && (
        <DraftPart title={t('sections.exceptions')}>
          <ul className="flex flex-col gap-0.5">
            {exceptions.map(({ ordinal, reason }) => (
              <li key={ordinal}>
                <span className="pr-2 font-mono text-muted text-xs">{`#${ordinal}`}</span>
                {reason}
              </li>
            ))}
          </ul>
        </DraftPart>
      )}
      {note && (
        <DraftPart title={t('sections.note')}>
          <p className="whitespace-pre-wrap">{note}</p>
        </DraftPart>
      )}
    </div>
  )
}

function Wordings({ language, wordings }: { language: 'en' | 'zh'; wordings: readonly string[] }) {
  if (wordings.length === 0) return null
  return (
    <ul
      lang={language}
      className="flex list-disc flex-col gap-0.5 pt-1 pl-5 text-muted marker:text-line-strong"
    >
      {wordings.map((wording) => (
        <li key={wording}>{wording}</li>
      ))}
    </ul>
  )
}

/** What speaks for joining two labels, or for choosing between them: how often they are given to the same. */
function Confusion({ labels, twice, wordings, mentions, examples }: NonNullable<RuleEvidence['confusion']>) {
  const t = useTranslations('reviews.rule')
  const format = useFormatter()
  return (
    <DraftPart title={t('confused')}>
      <p>
        {t('twice', { count: twice })} {t('wordings', { count: wordings, mentions: format.number(mentions) })}
      </p>
      <ul className="flex flex-col gap-1 pt-1 text-sm">
        {examples.map(({ words, counts }) => (
          <li key={words} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <q className="[overflow-wrap:anywhere]">{words}</q>
            {labels.map((label, at) => (
              <span key={label} className="inline-flex items-center gap-1">
                <LabelTag label={label} />
                <span className="text-muted text-xs tabular-nums">{format.number(counts[at] ?? 0)}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </DraftPart>
  )
}

/** How much of the corpus the rule is about, and how much of it it changes. */
function Figures({ evidence: { figures, labels } }: { evidence: RuleEvidence }) {
  const t = useTranslations('reviews.rule')
  const format = useFormatter()
  const share = figures.instances > 0 ? figures.touched / figures.instances : 0
  const changed = labels.filter((one) => one.changed > 0).slice(0, 8)
  return (
    <DraftPart title={t('touches')}>
      <p>
        {t('figures', {
          touched: figures.touched,
          instances: format.number(figures.instances),
          share: format.number(share, { style: 'percent', maximumFractionDigits: 1 }),
          changed: figures.changed,
          answers: format.number(figures.answers),
        })}{' '}
        <span className="text-muted">{t('unchanged', { count: figures.concerned - figures.touched })}</span>
      </p>
      {changed.length > 1 && (
        <p className="flex flex-wrap gap-x-3 gap-y-1 pt-1 text-sm">
          {changed.map((one) => (
            <span key={one.label} className="inline-flex items-center gap-1">
              <LabelTag label={one.label} />
              <span className="text-muted text-xs tabular-nums">{format.number(one.changed)}</span>
            </span>
          ))}
        </p>
      )}
    </DraftPart>
  )
}
