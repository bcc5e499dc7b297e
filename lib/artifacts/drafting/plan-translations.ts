import type { DescribedCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import { type Approved, findApproved } from '@/lib/artifacts/drafting/find-approved'
import { withWordings } from '@/lib/artifacts/drafting/plan-paraphrases'
import type { TranslatedTexts } from '@/lib/artifacts/drafting/schema'
import { MOST_PARAPHRASES } from '@/lib/artifacts/kinds/guideline/content'
import { db } from '@/lib/platform/db'
import type { PhraseLanguage } from '@/lib/tasks/model'

/** So many names are translated with one question. */
const NAMES_AT_ONCE = 40

/** One question for translations, and what its answer is for. */
export type Translation = { key: string; kind: 'name' | 'rule' | 'guideline'; texts: string[] } & (
  | { of: 'names'; labels: string[] }
  | { of: 'rule'; rule: Approved<'rule'> }
  | { of: 'guideline'; guideline: Approved<'guideline'> }
)

/** What there is to translate into a language. */
export async function planTranslations(
  corpus: DescribedCorpus,
  { what, into }: { what: TranslatedTexts; into: PhraseLanguage },
): Promise<Translation[]> {
  const from = otherThan(into)
  if (what === 'label-names') {
    const missing = corpus.labels.filter(({ names }) => names[into] === null)
    return inParts(missing, NAMES_AT_ONCE).map((part) => ({
      ...{ key: part.map(({ label }) => label).join(', '), kind: 'name', of: 'names' },
      texts: part.map(({ label, names }) => names[from] ?? label),
      labels: part.map(({ label }) => label),
    }))
  }
  if (what === 'statements') {
    const rules = await findApproved(corpus, { kind: 'rule', keys: null })
    return rules
      .filter(({ isNewest }) => isNewest)
      .map((rule) => ({
        ...{ key: rule.key, kind: 'rule', of: 'rule', rule },
        texts: [rule.content.statement[from], ...rule.content.paraphrases[from]],
      }))
  }
  const guidelines = await findApproved(corpus, { kind: 'guideline', keys: null })
  return guidelines
    .filter(
      ({ isNewest, content }) =>
        isNewest && content.language === from && content.paraphrases[into].length < MOST_PARAPHRASES,
    )
    .map((guideline) => ({
      ...{ key: guideline.key, kind: 'guideline', of: 'guideline', guideline },
      texts: [guideline.content.definition],
    }))
}

/** What a model is asked. Labels keep their names. */
export function translationInput(
  corpus: DescribedCorpus,
  { translation, into }: { translation: Translation; into: PhraseLanguage },
) {
  const { kind, texts, key } = translation
  const kept = kind === 'name' ? [] : corpus.labels.slice(0, 400).map(({ label }) => label)
  return {
    input: { from: otherThan(into), to: into, kind, kept, texts },
    options: { about: { kind, corpusId: corpus.id, key: key.slice(0, 200) } },
  }
}

/** The rule with its statement in a language from a translation. */
export function withStatement(
  { content }: Approved<'rule'>,
  { into, texts }: { into: PhraseLanguage; texts: readonly string[] },
): Approved<'rule'>['content'] {
  const [statement = content.statement[into], ...paraphrases] = texts
  return {
    ...content,
    statement: { ...content.statement, [into]: statement },
    ...(paraphrases.length > 0 && {
      paraphrases: { ...content.paraphrases, [into]: paraphrases.slice(0, 4) },
    }),
  }
}

/** The guideline with the translated definition among its wordings. */
export function withTranslation(
  { content }: Approved<'guideline'>,
  { into, texts }: { into: PhraseLanguage; texts: readonly string[] },
): Approved<'guideline'>['content'] {
  return withWordings(content, { [into]: texts.slice(0, 1) })
}

/** Keeps names that a model suggests; a lead takes them over, or does not. */
export async function suggestNames(
  corpusId: string,
  of: { labels: readonly string[]; texts: readonly string[]; language: PhraseLanguage; author: string },
): Promise<void> {
  const names = of.labels.map((label, at) => ({ label, name: of.texts[at]!.trim().slice(0, 200) }))
  await db.$executeRaw`
    INSERT INTO suggested_name (corpus_id, label, language, name, author)
    SELECT ${corpusId}::uuid, s.label, ${of.language}, s.name, ${of.author}
    FROM json_to_recordset(${JSON.stringify(names)}::json) AS s(label text, name text)
    ON CONFLICT (corpus_id, label, language) DO UPDATE SET name = excluded.name, author = excluded.author`
}

const otherThan = (language: PhraseLanguage): PhraseLanguage => (language === 'en' ? 'zh' : 'en')

function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size))
}
