import { applicationKind } from '@/lib/artifacts/kinds/application/kind'
import { formatKind } from '@/lib/artifacts/kinds/format/kind'
import { guidelineKind } from '@/lib/artifacts/kinds/guideline/kind'
import type { KindDefinition } from '@/lib/artifacts/kinds/kind-definition'
import { nodeKind } from '@/lib/artifacts/kinds/node/kind'
import { pairKind } from '@/lib/artifacts/kinds/pair/kind'
import { recordKind } from '@/lib/artifacts/kinds/record/kind'
import { ruleKind } from '@/lib/artifacts/kinds/rule/kind'
import { syllabusKind } from '@/lib/artifacts/kinds/syllabus/kind'
import { type ArtifactKind, artifactKindSchema } from '@/lib/artifacts/model'

// Each kind reads its own content; who holds one by name has parsed the content with its schema.
const byName: { [Kind in ArtifactKind]: KindDefinition<Kind> } = {
  guideline: guidelineKind,
  rule: ruleKind,
  application: applicationKind,
  format: formatKind,
  pair: pairKind,
  record: recordKind,
  node: nodeKind,
  syllabus: syllabusKind,
}

/** A kind of artifact by its name, as the code or a row of the database has it. */
export function findKind<Kind extends ArtifactKind>(kind: Kind | (string & {})): KindDefinition<Kind> {
  return byName[artifactKindSchema.parse(kind) as Kind]
}

/** Every kind, in the order of their names' list. */
export const allKinds: readonly KindDefinition[] = Object.values(byName) as unknown as KindDefinition[]
