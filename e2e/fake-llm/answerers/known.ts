import { annotateUnderRule } from './annotate-under-rule'
import type { Answerer } from './answerer'
import { draftGuideline } from './draft-guideline'
import { judgeDraft } from './judge-draft'
import { paraphraseGuideline } from './paraphrase-guideline'
import { proposeFormats } from './propose-formats'
import { proposeRules } from './propose-rules'
import { testConnection } from './test-connection'
import { translateText } from './translate-text'

/** Every prompt that the stand-in has an answer of its own for; any other is answered in the shape that it asks for. */
export const knownAnswerers: Answerer[] = [
  annotateUnderRule,
  draftGuideline,
  judgeDraft,
  paraphraseGuideline,
  proposeFormats,
  proposeRules,
  testConnection,
  translateText,
]
