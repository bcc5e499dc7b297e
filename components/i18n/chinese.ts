import adjudication from '@/components/messages/zh/adjudication.json'
import comments from '@/components/messages/zh/comments.json'
import conflict from '@/components/messages/zh/conflict.json'
import corpora from '@/components/messages/zh/corpora.json'
import errors from '@/components/messages/zh/errors.json'
import evaluation from '@/components/messages/zh/evaluation.json'
import exports from '@/components/messages/zh/exports.json'
import fixes from '@/components/messages/zh/fixes.json'
import gold from '@/components/messages/zh/gold.json'
import goldQuestions from '@/components/messages/zh/goldQuestions.json'
import issues from '@/components/messages/zh/issues.json'
import jobs from '@/components/messages/zh/jobs.json'
import keys from '@/components/messages/zh/keys.json'
import library from '@/components/messages/zh/library.json'
import lineage from '@/components/messages/zh/lineage.json'
import lots from '@/components/messages/zh/lots.json'
import models from '@/components/messages/zh/models.json'
import notifications from '@/components/messages/zh/notifications.json'
import people from '@/components/messages/zh/people.json'
import plans from '@/components/messages/zh/plans.json'
import projects from '@/components/messages/zh/projects.json'
import recipes from '@/components/messages/zh/recipes.json'
import reviews from '@/components/messages/zh/reviews.json'
import shell from '@/components/messages/zh/shell.json'
import survey from '@/components/messages/zh/survey.json'
import synthesis from '@/components/messages/zh/synthesis.json'
import taxonomy from '@/components/messages/zh/taxonomy.json'
import ui from '@/components/messages/zh/ui.json'
import writing from '@/components/messages/zh/writing.json'

/** One file a noun; its name is the group. */
export const chinese = {
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
