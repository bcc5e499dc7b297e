import adjudication from '@/components/messages/en/adjudication.json'
import comments from '@/components/messages/en/comments.json'
import conflict from '@/components/messages/en/conflict.json'
import corpora from '@/components/messages/en/corpora.json'
import errors from '@/components/messages/en/errors.json'
import evaluation from '@/components/messages/en/evaluation.json'
import exports from '@/components/messages/en/exports.json'
import fixes from '@/components/messages/en/fixes.json'
import gold from '@/components/messages/en/gold.json'
import goldQuestions from '@/components/messages/en/goldQuestions.json'
import issues from '@/components/messages/en/issues.json'
import jobs from '@/components/messages/en/jobs.json'
import keys from '@/components/messages/en/keys.json'
import library from '@/components/messages/en/library.json'
import lineage from '@/components/messages/en/lineage.json'
import lots from '@/components/messages/en/lots.json'
import models from '@/components/messages/en/models.json'
import notifications from '@/components/messages/en/notifications.json'
import people from '@/components/messages/en/people.json'
import plans from '@/components/messages/en/plans.json'
import projects from '@/components/messages/en/projects.json'
import recipes from '@/components/messages/en/recipes.json'
import reviews from '@/components/messages/en/reviews.json'
import shell from '@/components/messages/en/shell.json'
import survey from '@/components/messages/en/survey.json'
import synthesis from '@/components/messages/en/synthesis.json'
import taxonomy from '@/components/messages/en/taxonomy.json'
import ui from '@/components/messages/en/ui.json'
import writing from '@/components/messages/en/writing.json'

/** One file a noun; its name is the group. */
export const english = {
  adjudication,
  conflict,
  comments,
  corpora,
  errors,
  evaluation,
  exports,
  gold,
  goldQuestions,
  issues,
  jobs,
  keys,
  library,
  lineage,
  lots,
  models,
  notifications,
  people,
  plans,
  projects,
  recipes,
  reviews,
  shell,
  survey,
  fixes,
  synthesis,
  taxonomy,
  ui,
  writing,
}
