import type { WrittenFix } from '@/lib/corpora/fixes/model'

const NAMED = 5

/** A fix in one line, for the audit log and the command line. */
export function describeFix(fix: WrittenFix): string {
  switch (fix.kind) {
    case 'relabel':
      return `${namesOf(fix.from)} -> ${fix.to}${partOf(fix.part)}`
    case 'drop-label':
      return `drop ${namesOf(fix.from)}${partOf(fix.part)}`
    case 'drop-instances':
      return `drop ${placeOf(fix)}, keep ${fix.keep}`
    case 'keep':
      return `keep ${placeOf(fix)}`
    case 'undo':
      return `undo ${fix.number}`
  }
}

function namesOf(labels: readonly string[]): string {
  const more = labels.length - NAMED
  return labels.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function partOf(part: string): string {
  return part === 'label' ? '' : ` (${part})`
}

function placeOf({ problem, group }: { problem: string; group?: string | undefined }): string {
  return group === undefined ? problem : `${problem} ${group}`
}
