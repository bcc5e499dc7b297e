import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import type { FormatEvidence } from '@/lib/artifacts/kinds/format/evidence'
import type { Trial } from '@/lib/artifacts/kinds/format/trial/read-trial'
import { tryFormat } from '@/lib/artifacts/kinds/format/trial/try-format'
import { findCarrier } from '@/lib/formats/find-carrier'
import { phraseLanguages } from '@/lib/tasks/model'

export type FormatIssue = {
  path: string
  code:
    | 'parameters'
    | 'slot-unknown'
    | 'fields-missing'
    | 'records-unasked'
    | 'round-trip'
    | 'carries-nothing'
  message?: string
}

const SLOTS = ['{group}', '{groups}', '{items}']

/**
 * What is wrong with a format: parameters that its carrier does not take, slots that nothing fills, answers of the trial that do
 * not come back. Gives what the trial measured.
 */
export function checkContent(
  content: FormatContent,
  trial: Trial,
): { issues: FormatIssue[]; evidence?: FormatEvidence } {
  const read = findCarrier(content.carrier).parameters.safeParse(content.parameters)
  if (!read.success)
    return {
      issues: read.error.issues.map(({ path, message }) => ({
        path: ['parameters', ...path].join('.'),
        code: 'parameters',
        message,
      })),
    }
  const evidence = tryFormat(content, trial)
  const carried = evidence.forms.reduce((sum, form) => sum + form.carried, 0)
  const issues: FormatIssue[] = [
    ...slotIssues(content),
    ...evidence.failed.map(
      ({ corpus, ordinal, why }): FormatIssue => ({
        path: 'parameters',
        code: 'round-trip',
        message: `${corpus} #${ordinal}: ${why}`,
      }),
    ),
    ...(evidence.tried > 0 && carried === 0 ? [{ path: 'carrier', code: 'carries-nothing' as const }] : []),
  ]
  return { issues, evidence }
}

function slotIssues({ ask, askRecords }: FormatContent): FormatIssue[] {
  return phraseLanguages.flatMap((language) => [
    ...ask[language].flatMap((text, at) => unknownSlots(text, SLOTS, `ask.${language}.${at}`)),
    ...askRecords[language].flatMap((text, at) => [
      ...unknownSlots(text, [...SLOTS, '{fields}'], `askRecords.${language}.${at}`),
      ...(text.includes('{fields}')
        ? []
        : [{ path: `askRecords.${language}.${at}`, code: 'fields-missing' as const }]),
    ]),
    ...(askRecords.en.length > 0 !== askRecords.zh.length > 0 && askRecords[language].length === 0
      ? [{ path: `askRecords.${language}`, code: 'records-unasked' as const }]
      : []),
  ])
}

/** A word in braces is a slot: one that nothing fills would stand in the instruction as it is. */
function unknownSlots(text: string, known: readonly string[], path: string): FormatIssue[] {
  const odd = [...text.matchAll(/\{[a-z]+\}/gi)].find(([slot]) => !known.includes(slot))
  return odd ? [{ path, code: 'slot-unknown', message: odd[0] }] : []
}
