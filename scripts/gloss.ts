// The loop from the command line, over the same API as the screens. There is no command that approves: only a person in a
// browser decides.
import { Argument, Command, CommanderError, Option } from 'commander'
import { licenceDemands } from '@/lib/corpora/licences/model'
import { encodings, importFormats, splits } from '@/lib/corpora/model'
import { problemKinds } from '@/lib/corpora/survey/model'
import { exportFormats, exportLayouts } from '@/lib/exports/model'
import { labelParts, taskForms } from '@/lib/tasks/model'
import { loadDotEnv } from '@/scripts/environment.mjs'
import { acceptSample, orderSample, overrideSample, showSample } from './gloss/audit-run'
import { composeRun } from './gloss/compose-run'
import { cutRelease } from './gloss/cut-release'
import { draftFormats } from './gloss/draft-formats'
import { draftGuidelines } from './gloss/draft-guidelines'
import { draftRules } from './gloss/draft-rules'
import { exportRun } from './gloss/export-run'
import { exitCodes } from './gloss/failure'
import { fixCorpus, listCorpusFixes, undoCorpusFix } from './gloss/fix-corpus'
import { givenPath } from './gloss/given-path'
import { importCorpus } from './gloss/import-corpus'
import { exportLibrary, importLibrary } from './gloss/library-folder'
import { importLabelNames, listLabelNames } from './gloss/name-labels'
import { type Outcome, printFailure, printOutcome } from './gloss/outcome'
import { findServer, type Server } from './gloss/server'
import { showStatus } from './gloss/show-status'
import {
  carriersOf,
  columnsOf,
  corporaOf,
  demandsIn,
  dropsOf,
  keepsOf,
  list,
  optionsOf,
  renamesOf,
  share,
  whole,
} from './gloss/word-readers'

const given = { url: process.env.GLOSS_URL, token: process.env.GLOSS_TOKEN }
loadDotEnv() // after: in .env, GLOSS_URL is the server's own name, not where to go

const json = () => process.argv.includes('--json')
const program = new Command('gloss')
  .description('Import, draft, release, compose and export. Decisions are made in the browser.')
  .showHelpAfterError('(--help says more)')
  .exitOverride()

command('import <file>', 'send a file and import it as a corpus')
  .requiredOption('--project <slug>', 'the project')
  .requiredOption('--licence <text>', 'its licence, by SPDX id if it has one')
  .requiredOption('--source <text>', 'where it comes from')
  .option('--name <text>', 'the name of the corpus (otherwise from the file name)')
  .addOption(new Option('--format <format>', 'otherwise found out').choices(importFormats))
  .addOption(new Option('--task-form <form>', 'otherwise found out').choices(taskForms))
  .option('--entry <name>', 'the file of an archive to read (otherwise the largest)')
  .addOption(new Option('--encoding <name>', 'otherwise found out').choices(encodings))
  .option(
    '--options <json>',
    'what the format needs to know, such as {"columns": {"text": "body"}}',
    optionsOf,
  )
  .option('--columns <roles>', 'which column is which, such as text=body,label=topic', columnsOf)
  .option('--mapping <name>', 'read it by a mapping that was saved in the project')
  .addOption(new Option('--mapping-file <file>', 'read it by a mapping in a JSON file').conflicts('mapping'))
  .option('--language <tag>', 'such as en or zh (otherwise found out)')
  .addOption(new Option('--split <split>', 'otherwise from the file name').choices(splits))
  .option(
    '--plan <file>',
    'fix it while it is imported: the steps in a JSON file, {"fixes": […], "known": […]}',
  )
  .option(
    '--rename <labels=name>',
    'give a label another name, or several (a,b=c) one name; can be repeated',
    renamesOf,
  )
  .option('--drop-label <labels>', 'take away what carries these labels; the instances stay', list)
  .option(
    '--drop <problem>',
    'take out instances with a problem, such as exact-duplicate (the first stays) or poor-text; with :first or :none said otherwise; can be repeated',
    dropsOf,
  )
  .option('--keep <problem>', 'mark a problem as seen: no survey finds it again; can be repeated', keepsOf)
  .option('--known <labels>', 'the labels that it should have; a survey finds the others', list)
  .option('--no-wait', 'do not wait for the job')
  .action((file, options) => run((server) => importCorpus(server, givenPath(file), withPaths(options))))

command(
  'draft',
  'draft a guideline per label of a corpus, the preference rules that its gold suggests, or format variants',
)
  .addArgument(
    new Argument('[kind]', 'what to draft').choices(['guidelines', 'rules', 'formats']).default('guidelines'),
  )
  .requiredOption('--project <slug>', 'the project')
  .option('--corpus <name or id>', 'the corpus; formats belong to none')
  .option(
    '--labels <labels>',
    'guidelines of these labels only (of rules: asked for label by label), with commas between',
    list,
  )
  .option('--carriers <carriers>', 'formats of these carriers only, with commas between', carriersOf)
  .addOption(
    new Option('--again <which>', 'draft anew also what was decided')
      .choices(['never', 'rejected', 'all'])
      .default('never'),
  )
  .option('--by <connection>', 'by the models of this connection (otherwise by the corpus miner)')
  .option('--batch', 'through batch files of the service: cheaper, and slower')
  .option('--estimate', 'only say what it would cost; orders nothing')
  .option('--no-wait', 'do not wait for the job')
  .action((kind, options, draft: Command) => {
    if (kind === 'formats') return run((server) => draftFormats(server, options))
    if (!options.corpus) draft.error("error: required option '--corpus <name or id>' not specified")
    return run((server) => (kind === 'rules' ? draftRules : draftGuidelines)(server, options))
  })

const PREVIEW = 'say what it would do, and change nothing'
const fixes = program
  .command('fix')
  .description(
    'fix a corpus in bulk: rename, merge or drop labels, drop or keep instances with a problem, undo',
  )
  .exitOverride()

fixCommand('rename', 'give a label another name, or several labels one name')
  .requiredOption('--from <labels>', 'the labels, with commas between', list)
  .requiredOption('--to <label>', 'their name from now on')
  .addOption(partOption())
  .option('--preview', PREVIEW)
  .action(({ from, to, part, ...options }) =>
    run((server) => fixCorpus(server, { kind: 'relabel', from, to, part }, options)),
  )

fixCommand('drop-label', 'take away what carries these labels; the instances stay')
  .requiredOption('--from <labels>', 'the labels, with commas between', list)
  .addOption(partOption())
  .option('--preview', PREVIEW)
  .action(({ from, part, ...options }) =>
    run((server) => fixCorpus(server, { kind: 'drop-label', from, part }, options)),
  )

fixCommand('drop', 'take out instances that have a problem')
  .addOption(problemOption())
  .option('--group <key>', 'only this group of them')
  .addOption(new Option('--keep <which>', 'of each group').choices(['first', 'none']).default('first'))
  .option('--preview', PREVIEW)
  .action(({ problem, group, keep, ...options }) =>
    run((server) => fixCorpus(server, { kind: 'drop-instances', problem, group, keep }, options)),
  )

fixCommand('keep', 'mark a problem as seen: no survey finds it again')
  .addOption(problemOption())
  .option('--group <key>', 'only this group of it')
  .option('--preview', PREVIEW)
  .action(({ problem, group, ...options }) =>
    run((server) => fixCorpus(server, { kind: 'keep', problem, group }, options)),
  )

fixCommand('undo', 'take back the newest fix that stands').action((options) =>
  run((server) => undoCorpusFix(server, options)),
)

fixCommand('list', 'what was fixed, the newest first').action((options) =>
  run((server) => listCorpusFixes(server, options)),
)

const names = program
  .command('names')
  .description('how people read the labels of a corpus, in English and Chinese')
  .exitOverride()

namesCommand('list', 'the labels with their names, as CSV')
  .option('--suggest', 'with suggestions for what has no name yet')
  .action((options) => run((server) => listLabelNames(server, options)))

namesCommand('import <file>', 'give labels the names of a CSV or JSON file: label, en, zh').action(
  (file, options) => run((server) => importLabelNames(server, givenPath(file), options)),
)

const libraries = program
  .command('library')
  .description('the library as a folder of YAML files that can live in git')
  .exitOverride()

libraryCommand('export <folder>', 'write what is approved into a folder').action((folder, options) =>
  run((server) => exportLibrary(server, givenPath(folder), options)),
)

libraryCommand(
  'import <folder>',
  'make drafts of what is new or changed in a folder; nothing is approved by a file',
)
  .option('--preview', PREVIEW)
  .option('--corpus <name=id>', 'which corpus a name in the files means here; can be repeated', corporaOf)
  .option('--no-wait', 'do not wait for the job')
  .action((folder, { corpus, ...options }) =>
    run((server) => importLibrary(server, givenPath(folder), { ...options, corpora: corpus })),
  )

command('release', 'freeze what is approved under the next number')
  .requiredOption('--project <slug>', 'the project')
  .option('--name <text>', 'a name for it')
  .option('--note <text>', 'what changed')
  .action((options) => run((server) => cutRelease(server, options)))

command('compose', 'compose instructions from a release and corpora')
  .requiredOption('--project <slug>', 'the project')
  .requiredOption('--release <number>', 'the number of the release', whole)
  .option(
    '--corpora <names or ids>',
    'the corpora, with commas between (otherwise those of the recipe)',
    list,
  )
  .option('--recipe <file>', 'a recipe as the browser saves it; the words below go before what it says')
  .option('--name <text>', 'a name for the recipe')
  .option('--seed <number>', 'what the draws begin from', whole)
  .option('--copies <number>', 'instructions per instance', whole)
  .option('--compound-share <share>', 'share of compound instructions, 0 to 1', share)
  .option('--split-num <number>', 'labels asked for in one instruction', whole)
  .option('--others <number>', 'random labels beside those of the gold and those taken for them', whole)
  .option('--bucketing', 'one label of the gold in each instruction, among those it is taken for')
  .option('--empty-share <share>', 'share of empty answers that are kept, 0 to 1', share)
  .addOption(new Option('--phrases <language>', 'language of the phrases').choices(['corpus', 'en', 'zh']))
  .addOption(
    new Option(
      '--label-names <which>',
      'what labels are called: as in the corpus, or by their names',
    ).choices(['raw', 'display']),
  )
  .option(
    '--licences <list>',
    `what licences of sources may ask for, of ${licenceDemands.join(', ')}; none: nothing (otherwise all)`,
    demandsIn,
  )
  .option('--no-wait', 'do not wait for the job')
  .action((options) => run((server) => composeRun(server, withPaths(options))))

const audits = program
  .command('audit')
  .description('a random sample of a run that people look at in the browser, before it may be exported')
  .exitOverride()

auditCommand('order', 'put a random sample of its records in the queue')
  .option('--n <number>', 'how many records (otherwise 50)', whole)
  .option('--c <number>', 'how many of them may be rejected (otherwise 0)', whole)
  .option('--seed <number>', 'what the draw begins from (otherwise by chance)', whole)
  .option('--no-wait', 'do not wait for the job')
  .action((options) => run((server) => orderSample(server, options)))

auditCommand('show', 'how far people are, and what they rejected').action((options) =>
  run((server) => showSample(server, options)),
)

auditCommand('accept', 'release the run on what people found').action((options) =>
  run((server) => acceptSample(server, options)),
)

auditCommand('override', 'release the run without an accepted sample')
  .requiredOption('--reason <text>', 'why; every export of the run tells it')
  .action((options) => run((server) => overrideSample(server, options)))

command('export', 'write a run for a trainer and bring the files here')
  .requiredOption('--project <slug>', 'the project')
  .requiredOption('--run <number>', 'the number of the run', whole)
  .addOption(
    new Option('--format <format>', 'the format of the trainer').choices(exportFormats).makeOptionMandatory(),
  )
  .requiredOption('--out <folder>', 'where the files go')
  .option('--validation <share>', 'share of duplicate groups for validation, 0 to 1', share)
  .option('--test <share>', 'share of duplicate groups for the test, 0 to 1', share)
  .option('--split-seed <number>', 'what the splits are drawn from', whole)
  .option('--gzip', 'pack the records')
  .addOption(new Option('--layout <layout>', 'how the folder is laid out').choices(exportLayouts))
  .option('--draft-pairs', 'preference pairs of approved and rejected drafts, too')
  .option('--licence <text>', 'the licence under which the export is given on')
  .option('--licence-reason <text>', 'why it may be exported although sources ask for more')
  .addOption(new Option('--to-folder <path>', 'a copy in the server’s export folder').conflicts('toS3'))
  .option('--to-s3 <prefix>', 'a copy in the server’s S3 bucket')
  .option('--no-wait', 'start it and bring nothing')
  .action((options) => run((server) => exportRun(server, { ...options, out: givenPath(options.out) })))

command('status', 'the server and its projects, or the loop of one project')
  .option('--project <slug>', 'the project')
  .action((options) => run((server) => showStatus(server, options)))

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = endOf(error)
}

function command(usage: string, description: string): Command {
  return program
    .command(usage)
    .description(description)
    .option('--json', 'one line of JSON on standard output; progress goes to standard error')
    .exitOverride()
}

/** A way to fix a corpus. */
function fixCommand(usage: string, description: string): Command {
  return fixes
    .command(usage)
    .description(description)
    .requiredOption('--project <slug>', 'the project')
    .requiredOption('--corpus <name or id>', 'the corpus')
    .option('--no-wait', 'do not wait for the job')
    .option('--json', 'one line of JSON on standard output; progress goes to standard error')
    .exitOverride()
}

/** What people read for labels. */
function namesCommand(usage: string, description: string): Command {
  return names
    .command(usage)
    .description(description)
    .requiredOption('--project <slug>', 'the project')
    .requiredOption('--corpus <name or id>', 'the corpus')
    .option('--json', 'one line of JSON on standard output; progress goes to standard error')
    .exitOverride()
}

/** A way of a library between a project and a folder. */
function libraryCommand(usage: string, description: string): Command {
  return libraries
    .command(usage)
    .description(description)
    .requiredOption('--project <slug>', 'the project')
    .option('--json', 'one line of JSON on standard output; progress goes to standard error')
    .exitOverride()
}

/** What happens to the sample of a run. */
function auditCommand(usage: string, description: string): Command {
  return audits
    .command(usage)
    .description(description)
    .requiredOption('--project <slug>', 'the project')
    .requiredOption('--run <number>', 'the number of the run', whole)
    .option('--json', 'one line of JSON on standard output; progress goes to standard error')
    .exitOverride()
}

function problemOption(): Option {
  return new Option('--problem <kind>', 'the problem').choices(problemKinds).makeOptionMandatory()
}

function partOption(): Option {
  return new Option('--part <part>', 'where the gold has these names').choices(labelParts).default('label')
}

async function run(work: (server: Server) => Promise<Outcome>): Promise<void> {
  printOutcome(await work(findServer(given)), json())
}

/** Commander has said by then what was wrong with the words, but only to people. */
function endOf(error: unknown): number {
  if (!(error instanceof CommanderError)) return printFailure(error, json())
  if (error.exitCode === 0) return 0
  const message = error.message.replace(/^error: /, '')
  if (json()) process.stdout.write(`${JSON.stringify({ error: { message, code: 'usage' } })}\n`)
  return exitCodes.usage
}

/** A path was typed where the command was called. */
function withPaths<Options extends { mappingFile?: string; plan?: string; recipe?: string }>(
  options: Options,
): Options {
  const { mappingFile, plan, recipe } = options
  return {
    ...options,
    ...(mappingFile !== undefined && { mappingFile: givenPath(mappingFile) }),
    ...(plan !== undefined && { plan: givenPath(plan) }),
    ...(recipe !== undefined && { recipe: givenPath(recipe) }),
  }
}
