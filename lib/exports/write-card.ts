import { stringify } from 'yaml'
import type { LicenceKind } from '@/lib/corpora/licences/model'
import { findFormat } from '@/lib/exports/formats/find-format'
import type { DataFile } from '@/lib/exports/formats/model'
import type { Manifest } from '@/lib/exports/model'

/** The dataset card: what the hub reads above, what people read below. */
export function writeCard(manifest: Manifest): string {
  const sections = [
    titleOf(manifest),
    holds(manifest),
    mixTable(manifest),
    sourcesTable(manifest),
    decided(manifest),
    released(manifest),
    limits(manifest),
    use(manifest),
  ]
  return `---\n${stringify(frontMatter(manifest), { lineWidth: 0 })}---\n\n${sections.join('\n\n')}\n`
}

const dataFiles = ({ files }: Manifest): DataFile[] =>
  files.flatMap(({ name, split, rows }) => (split ? [{ name, split, rows: rows ?? 0 }] : []))

function frontMatter(manifest: Manifest) {
  const { corpora, licence, records } = manifest
  const licences = licence.declared ? [licence.declared] : corpora.map((corpus) => corpus.licence)
  const ids = [...new Set(licences.map(hubLicence))].sort()
  return {
    license: ids.length === 1 ? ids[0] : ids,
    language: [...new Set(corpora.map(({ language }) => language))].sort(),
    pretty_name: titleFor(manifest),
    size_categories: [sizeCategory(records)],
    task_categories: [
      ...new Set(corpora.map(({ taskForm }) => CATEGORIES[taskForm] ?? 'text-generation')),
    ].sort(),
    annotations_creators: ['expert-generated', 'machine-generated'],
    source_datasets: ['extended'],
    tags: ['instruction-tuning', 'information-extraction', 'human-approved', 'gloss'],
    ...loadingOf(manifest),
  }
}

/** By what the hub, and everyone's `load_dataset`, finds the records. */
export function loadingOf({ files }: Pick<Manifest, 'files'>) {
  const data = files.filter(({ split }) => split)
  return {
    configs: [
      {
        config_name: 'default',
        data_files: data.map(({ name, split }) => ({ split, path: name })),
      },
    ],
    dataset_info: {
      splits: data.map(({ split, rows, bytes }) => ({ name: split, num_bytes: bytes, num_examples: rows })),
    },
  }
}

const CATEGORIES: Record<string, string> = {
  ner: 'token-classification',
  tc: 'text-classification',
  mrc: 'question-answering',
}

const SIZES = [
  [1_000, 'n<1K'],
  [10_000, '1K<n<10K'],
  [100_000, '10K<n<100K'],
  [1_000_000, '100K<n<1M'],
  [10_000_000, '1M<n<10M'],
  [Number.POSITIVE_INFINITY, '10M<n<100M'],
] as const
const sizeCategory = (records: number) => SIZES.find(([below]) => records < below)![1]

/** The hub knows SPDX ids in lower case; for any other text it has `other`. */
function hubLicence(licence: string): string {
  const id = licence.trim().toLowerCase().replace(/\s+/g, '-')
  return /^(cc0-1\.0|cc-by(-(nc|sa|nd|nc-sa|nc-nd))?-\d\.\d|mit|apache-2\.0|bsd-[23]-clause|odbl|pddl|gfdl|(a|l)?gpl-[23]\.0|mpl-2\.0|unlicense|isc)$/.test(
    id,
  )
    ? id
    : 'other'
}

/** As many corpora as a title can name; the table of sources has them all. */
const NAMED = 4

function titleFor({ corpora }: Manifest): string {
  const names = corpora.map(({ name }) => name)
  const more = names.length > NAMED + 1 ? names.splice(NAMED).length : 0
  return `Instructions composed from ${names.join(', ') || 'no corpus'}${more ? ` and ${more} more corpora` : ''}`
}

function titleOf(manifest: Manifest): string {
  const { release, instructions, recipe } = manifest
  return `# ${plain(titleFor(manifest))}

Instruction records for language understanding, composed from labelled corpora and from texts that people approved: release ${release.number}, recipe \`${recipe.hash.slice(0, 12)}\`. The run behind them has ${number(instructions.count)} instructions.`
}

function holds({ files, format, splits }: Manifest): string {
  const rows = files
    .filter(({ split }) => split)
    .map(
      ({ name, split, rows, bytes }) =>
        `| \`${name}\` | ${split} | ${number(rows ?? 0)} | ${number(bytes)} |`,
    )
  const divided =
    splits.validation + splits.test > 0
      ? `\n\nSplits are drawn by duplicate group with seed ${splits.seed}: all records of an instance, and of texts like it, are in one split.`
      : ''
  return `## What it holds\n\nFormat \`${format}\`. \`manifest.json\` has the SHA-256 of every file; \`provenance.jsonl\` says of every record which instance, which approved texts and whose decisions it is made of.\n\n| file | split | records | bytes |\n| --- | --- | --: | --: |\n${rows.join('\n')}${divided}`
}

function mixTable({ mix, records }: Manifest): string {
  const rows = mix.map(
    ({ taskForm, strategies, carrier, count }) =>
      `| ${taskForm} | ${plain(strategies.join(' + '))} | ${plain(carrier)} | ${number(count)} | ${percent(count / Math.max(1, records))} |`,
  )
  return `## Mix\n\n| task | strategies | answer in | records | share |\n| --- | --- | --- | --: | --: |\n${rows.join('\n')}`
}

const asks: Record<LicenceKind, string> = {
  permissive: '',
  'share-alike': 'share alike',
  'non-commercial': 'no commercial use',
  'no-derivatives': 'no changed versions',
  unknown: 'not known to Gloss: read it',
}

function sourcesTable({ corpora, licence }: Manifest): string {
  const rows = corpora.map(
    ({ name, taskForm, language, licence: own, licenceKind, source, instances, records }) =>
      `| ${plain(name)} | ${taskForm} | ${language} | ${plain(own)} | ${asks[licenceKind]} | ${number(instances)} | ${number(records)} | ${plain(source)} |`,
  )
  const confirmed = licence.conflicts.length
    ? `\n\nSome sources ask for more than this export gives on (${plain(licence.conflicts.map((one) => one.licence).join(', '))}). Whoever exported it gave this reason: ${licence.confirmedBecause === null ? 'none' : `“${plain(licence.confirmedBecause)}”`}.`
    : ''
  const declared = licence.declared ? `\n\nGiven on under ${plain(licence.declared)}.` : ''
  return `## Sources and licences\n\n| corpus | task | language | licence | asks for | instances | records | from |\n| --- | --- | --- | --- | --- | --: | --: | --- |\n${rows.join('\n')}${declared}${confirmed}`
}

function decided({ review }: Manifest): string {
  const { versions, deciders, decisions, approved, edited, rejected, skipped, decidedTwice, agreement } =
    review
  const agreed =
    agreement === null
      ? 'No text was decided by more than one person, so there is no agreement to report.'
      : `${number(decidedTwice)} texts were decided by two people or more; on ${percent(agreement)} of them all said the same (plain agreement, not corrected for chance).`
  return `## How people decided\n\nEvery text beyond the corpora's own in these records was read and approved by a person. ${number(versions)} approved texts are in them. Up to the release ${deciders === 1 ? 'one person' : `${number(deciders)} people`} made ${number(decisions)} decisions on these and their earlier drafts: ${number(approved)} approvals, ${number(edited)} edits, ${number(rejected)} rejections, ${number(skipped)} skips. ${agreed} People appear by pseudonym.`
}

function released({ audit }: Manifest): string {
  return `## How the run was released\n\n${releaseSentence(audit)}`
}

function releaseSentence(audit: Manifest['audit']): string {
  if (!audit || audit.how === 'before')
    return 'The run was composed before runs were audited: no sample of its records was looked at.'
  const { n, c, decided, rejected, bound, earlier, reason } = audit
  const found =
    bound === null
      ? 'No record of it was looked at.'
      : `People looked at ${number(decided)} of ${number(n)} records drawn at random and rejected ${number(rejected)}: at 95 % confidence at most ${percent(bound)} of the records are wrong (exact binomial bound, one-sided).`
  const before = earlier ? ` Samples that were begun before and replaced: ${number(earlier)}.` : ''
  return audit.how === 'accepted'
    ? `${found} At most ${number(c)} might be rejected.${before}`
    : `The run was released without an accepted sample, for this reason: “${plain(reason ?? '')}”. ${found}${before}`
}

function limits({ instructions }: Manifest): string {
  const refused = Object.entries((instructions.refused ?? {}) as Record<string, number>)
  const left = refused.length
    ? ` Records were left out by the gates: ${refused.map(([reason, count]) => `${reason} ${number(count)}`).join(', ')}.`
    : ''
  return `## Limits\n\nThe answers are the corpora's gold, changed only where an approved rule says so: their mistakes are here, too. What was approved is the text of guidelines, rules and formats, not each record. The texts keep whatever bias and personal data their sources have.${left}`
}

function use(manifest: Manifest): string {
  const commands = findFormat(manifest.format).commands(dataFiles(manifest))
  return `## Use\n\n\`\`\`sh\n${commands.join('\n')}\n\`\`\``
}

const number = (value: number) => value.toLocaleString('en-US')
const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** Text of others inside a table or a sentence of Markdown, as text only. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&')
}
