import { createHash } from 'node:crypto'
import { uuidFromName } from '@/lib/platform/hash'
import { openHashedFile } from '@/lib/platform/hashed-file'

const LABELS = ['politician', 'election', 'politicalparty', 'organisation', 'country', 'event', 'person']
const SENTENCE =
  'The Conservative Party took the seat of the New Democratic Party in the federal election of 2004, and held it until 2011.'
const ASK =
  'Find every mention of the types below in the input. Copy each mention exactly as the input writes it. Answer with one JSON object whose keys are the types in the order given; a type without a mention has an empty list.'
const GUIDELINE =
  '\n## {label}\nDefinition: what the corpus calls {label}, named by its full or its short name, in a text that reports on public life.\nIncludes:\n- names with their articles left out\n- short forms and initials\nExcludes:\n- generic words for the same thing\n'

/** A run's file of records as large as Hum's are: 45 in a hundred carry guidelines. */
export async function writeRun(
  key: string,
  given: { rows: number; corpusId: string; releaseId: string; recipeHash: string },
): Promise<{ bytes: number; sha256: string; key: string }> {
  const file = await openHashedFile(key)
  for (let row = 0; row < given.rows; row++) {
    const full = file.write(`${JSON.stringify(recordOf(row, given))}\n`)
    if (full) await full
  }
  return file.commit()
}

function recordOf(row: number, given: { corpusId: string; releaseId: string; recipeHash: string }) {
  const labels = LABELS.slice(row % 2, (row % 2) + 6)
  const isCompound = row % 20 < 9
  const guidelines = isCompound ? labels.map((label) => GUIDELINE.replaceAll('{label}', label)).join('') : ''
  const input = `${row}: ${SENTENCE}`
  const output = JSON.stringify(
    Object.fromEntries(
      labels.map((label, at) => [label, at % 3 ? [] : ['New Democratic Party', `seat ${row}`]]),
    ),
  )
  const instanceId = uuidFromName(`instance/${row}`)
  return {
    id: `${instanceId}/0`,
    instruction: `${ASK}\nTypes: ${labels.join(', ')}${guidelines}`,
    input,
    output,
    provenance: {
      taskForm: 'ner',
      strategy: isCompound ? 'compound' : 'basic',
      carrier: 'json-by-label',
      language: 'en',
      corpusId: given.corpusId,
      instanceId,
      ordinal: row + 1,
      copy: 0,
      labels,
      versions: isCompound ? labels.map((label) => versionOf(label)) : [],
      releaseId: given.releaseId,
      recipeHash: given.recipeHash,
    },
  }
}

const versions = new Map<string, object>()

function versionOf(label: string): object {
  const known = versions.get(label)
  if (known) return known
  const version = {
    versionId: uuidFromName(`version/${label}`),
    contentHash: createHash('sha256').update(label).digest('hex'),
    decisionId: uuidFromName(`decision/${label}`),
    decidedBy: 'reviewer-0a1b2c3d',
  }
  versions.set(label, version)
  return version
}
