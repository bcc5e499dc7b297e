// npm run verify-export DIR: checks the folder of an export against itself and says what it holds. Needs no server and no database.
import { parseArgs } from 'node:util'
import { findFormat } from '@/lib/exports/formats/find-format'
import type { Manifest } from '@/lib/exports/model'
import { type FolderFault, verifyFolder } from '@/lib/exports/verify-folder'
import { givenPath } from './gloss/given-path'

const USAGE_ERROR = 2
const USAGE = `usage: npm run verify-export -- DIR [--fingerprint SHA256] [--json]
Checks the folder of an export against itself: it finds what was damaged or left out. Whoever can change every file of a folder
can make it agree with itself again; only a fingerprint that you got elsewhere, such as from the export's page, shows that.`
const { folder, fingerprint: expected, json } = readWords()

const { manifest, fingerprint, faults, records } = await verifyFolder(folder, { fingerprint: expected })
if (json) {
  const ok = faults.length === 0
  console.log(JSON.stringify({ ok, fingerprint, records, faults, manifest }))
} else {
  if (manifest) console.log(describe(manifest))
  for (const fault of faults) console.error(`✗ ${where(fault)}: ${fault.what}`)
  if (!faults.length)
    console.log(`\n✓ ${manifest!.files.length + 1} files, ${count(records)} records: ${proven()}`)
}
// Not by process.exit: what is still on its way into a pipe would be lost.
process.exitCode = faults.length ? 1 : 0

function readWords() {
  const options = { fingerprint: { type: 'string' }, json: { type: 'boolean' } } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [given, ...more] = positionals
    const { fingerprint, json = false } = values
    if (given && !more.length && (fingerprint === undefined || /^[0-9a-f]{64}$/.test(fingerprint)))
      return { folder: givenPath(given), fingerprint, json }
  } catch {} // The usage says it.
  console.error(USAGE)
  process.exit(USAGE_ERROR)
}

/** What the check shows, and what it cannot. */
function proven(): string {
  return expected
    ? 'all as the manifest says, and the manifest is the one with your fingerprint'
    : `all as the manifest says\n  The folder agrees with itself. That nobody rewrote it with its manifest is shown by the fingerprint alone:\n  ${fingerprint}\n  Compare it with the export's page in Gloss, or give it as --fingerprint.`
}

function where({ file, place }: FolderFault): string {
  return place ? `${file}, ${place}` : file
}

/** For someone who was given the folder and nothing else. */
function describe(manifest: Manifest): string {
  const { format, layout, corpora, mix, versions, review, release, recipe, licence, files } = manifest
  const data = files.flatMap(({ name, split, rows }) => (split ? [{ name, split, rows: rows ?? 0 }] : []))
  return [
    `${count(manifest.records)} instruction records as ${format} (${layout}), written by ${manifest.tool.name} ${manifest.tool.version}`,
    `from release ${release.number} by recipe ${recipe.hash.slice(0, 12)}`,
    '',
    'Files',
    ...files.map(
      ({ name, bytes, rows, split }) =>
        `  ${name}  ${count(bytes)} bytes${rows === null ? '' : `, ${count(rows)} ${split ? `records, ${split}` : 'lines'}`}`,
    ),
    '',
    'Made of',
    ...mix.map(
      (row) =>
        `  ${count(row.count)}  ${row.taskForm}, ${row.strategies.join(' + ')}, answers as ${row.carrier}`,
    ),
    '',
    'Sources',
    ...corpora.map(
      (one) => `  ${one.name}: ${count(one.records)} records, ${one.licence}, from ${one.source}`,
    ),
    ...(licence.conflicts.length
      ? [
          `  Note: ${licence.conflicts.map((one) => `${one.licence} (${one.kind})`).join(', ')}. Kept reason: ${licence.confirmedBecause ?? 'none'}`,
        ]
      : []),
    '',
    `People: ${count(versions.length)} approved texts; ${count(review.deciders)} people, ${count(review.decisions)} decisions, agreement ${
      review.agreement === null
        ? 'not known'
        : `${(review.agreement * 100).toFixed(1)} % of ${count(review.decidedTwice)}`
    }`,
    '',
    'Use it, in the folder:',
    ...findFormat(format)
      .commands(data)
      .map((command) => `  ${command}`),
  ].join('\n')
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}
