import type { Draw } from '@/lib/synthesis/make-draw'
import type { ComposableInstance, PreparedRecipe, PreparedRelease } from '@/lib/synthesis/prepared/model'
import type { Task } from '@/lib/synthesis/record/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { type PhraseLanguage, phraseLanguageOf } from '@/lib/tasks/model'

/** As which task form an instance is asked, and in which language. Null when its corpus is not in the recipe. */
export function openTask(
  instance: ComposableInstance,
  { release, recipe, draw }: { release: PreparedRelease; recipe: PreparedRecipe; draw: Draw },
): Task | null {
  const corpus = release.corpora.get(instance.corpusId)
  if (!corpus?.forms.length) return null
  const prepared = corpus.forms.length > 1 ? draw.of('form').pick(corpus.forms) : corpus.forms[0]!
  const form = findTaskForm(prepared.form)
  const present = [...new Set(form.labelsIn(instance.gold))]
  const language = drawLanguage(draw, recipe, phraseLanguageOf(instance.pair?.language ?? corpus.language))
  return { instance, corpus, prepared, form, present, language, release, recipe }
}

function drawLanguage(draw: Draw, { phrases }: PreparedRecipe, ofCorpus: PhraseLanguage): PhraseLanguage {
  if (phrases === 'corpus') return ofCorpus
  if (typeof phrases === 'string') return phrases
  return draw.of('language').fraction() < phrases.zhShare ? 'zh' : 'en'
}
