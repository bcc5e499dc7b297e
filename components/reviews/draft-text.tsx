'use client'

import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { ClaimLine } from '@/components/reviews/claim-line'
import { ExampleList } from '@/components/reviews/example-list'
import {
  exampleSections,
  lineSections,
  paraphraseSections,
  type Section,
} from '@/components/reviews/guideline-text'
import { type DraftLine, frequentOf, type Selection, selectionOfClaim } from '@/components/reviews/selection'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import type { DeskItemOf } from '@/lib/reviews/schema'

type Props = {
  project: string
  item: DeskItemOf<'guideline'>
  lines: readonly DraftLine[]
  /** Index of the line that J and K are at; -1 before the first. */
  current: number
  evidence: GuidelineEvidence | undefined
  shown: Selection | null
  onShow: (selection: Selection) => void
  /** Where the reader's pointer is: editing begins there. */
  onLook: (section: Section, index: number) => void
}

/** The draft as text, to be read from top to bottom. */
export function DraftText(props: Props) {
  const { item, lines, current, onLook } = props
  const { content } = item.version
  const inSection = (section: DraftLine['section']) => lines.filter((line) => line.section === section)
  const lineOf = (line: DraftLine) => (
    <ClaimLine
      line={line}
      current={lines[current] === line}
      shown={props.shown}
      onShow={(claim) => props.onShow(selectionOfClaim(claim))}
    />
  )
  return (
    <div
      className="reading flex flex-col gap-4"
      onPointerOver={(event) => {
        const at = (event.target as Element).closest<HTMLElement>('[data-section]')
        if (at) onLook(at.dataset.section as Section, Number(at.dataset.index ?? 0))
      }}
    >
      <DraftSection section="definition">{inSection('definition').map(lineOf)}</DraftSection>
      {lineSections.map(
        (section) =>
          content[section].length > 0 && (
            <DraftSection key={section} section={section}>
              <ul className="flex flex-col gap-0.5">
                {inSection(section).map((line) => (
                  <li key={`${line.index}/${line.text}`}>{lineOf(line)}</li>
                ))}
              </ul>
            </DraftSection>
          ),
      )}
      {content.typical.length > 0 && (
        <DraftSection section="typical">
          <TypicalMentions {...props} mentions={content.typical} />
        </DraftSection>
      )}
      <Paraphrases paraphrases={content.paraphrases} />
      {exampleSections.map(
        (section) =>
          content[section].length > 0 && (
            <DraftSection key={section} section={section}>
              <ExampleList project={props.project} corpus={item.corpus.id} examples={content[section]} />
            </DraftSection>
          ),
      )}
    </div>
  )
}

function Paraphrases({ paraphrases }: Pick<GuidelineContent, 'paraphrases'>) {
  const texts = { paraphrasesEn: paraphrases.en, paraphrasesZh: paraphrases.zh }
  return paraphraseSections.map(
    (section) =>
      texts[section].length > 0 && (
        <DraftSection key={section} section={section}>
          <ul lang={section === 'paraphrasesZh' ? 'zh' : 'en'} className="flex flex-col gap-0.5">
            {texts[section].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </DraftSection>
      ),
  )
}

export function DraftSection({ section, children }: { section: Section; children: ReactNode }) {
  const t = useTranslations('reviews.sections')
  return (
    <section aria-label={t(section)} data-section={section}>
      <h3 className="pb-0.5 font-medium text-muted text-xs">
        {t(section)}
        {section === 'questions' && <span className="font-normal"> · {t('questionsHint')}</span>}
      </h3>
      {children}
    </section>
  )
}

function TypicalMentions({ mentions, evidence, shown, onShow }: Props & { mentions: readonly string[] }) {
  return (
    <p>
      {mentions.map((mention, index) => {
        const figure = frequentOf(evidence, mention)
        return (
          <Fragment key={mention}>
            {index > 0 && <span className="text-muted"> · </span>}
            {figure ? (
              <button
                type="button"
                aria-pressed={shown?.key === figure.key}
                className="rounded-xs text-left underline decoration-line-strong decoration-dotted underline-offset-4 hover:text-accent-text aria-pressed:text-accent-text"
                onClick={() => onShow(figure)}
              >
                {mention}
              </button>
            ) : (
              mention
            )}
          </Fragment>
        )
      })}
    </p>
  )
}
