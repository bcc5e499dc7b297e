import { annotateUnderRule } from './annotate-under-rule'
import { answerQuestion } from './answer-question'
import type { Answerer } from './answerer'
import { draftFields } from './draft-fields'
import { draftGuideline } from './draft-guideline'
import { draftSubjects } from './draft-subjects'
import { judgeDraft } from './judge-draft'
import { paraphraseGuideline } from './paraphrase-guideline'
import { proposeFormats } from './propose-formats'
import { proposeRules } from './propose-rules'
import { testConnection } from './test-connection'
import { translateText } from './translate-text'
import { writeQuestion } from './write-question'
import { writeSyllabus } from './write-syllabus'

/** Every prompt that the stand-in has an answer of its own for; any other is answered in the shape that it asks for. */
export const knownAnswerers: Answerer[] = [
  annotateUnderRule,
  answerQuestion,
  draftFields,
  draftGuideline,
  draftSubjects,
  judgeDraft,
  paraphraseGuideline,
  proposeFormats,
  proposeRules,
  testConnection,
  translateText,
  writeQuestion,
  writeSyllabus,
]
