import { handleInProject } from '@/app/api/handle'
import { readSurveyEndpoint, surveyCorpusEndpoint } from '@/lib/corpora/schema'
import { readSurvey } from '@/lib/corpora/survey/queries'
import { surveyCorpus } from '@/lib/corpora/survey-corpus'

export const GET = handleInProject(readSurveyEndpoint, (actor, { params }) => readSurvey(actor, params))

export const POST = handleInProject(surveyCorpusEndpoint, (actor, { params }) => surveyCorpus(actor, params))
