import { handleInProject } from '@/app/api/handle'
import { readSurvey } from '@/lib/corpora/survey/queries'
import { readSurveyEndpoint, surveyCorpusEndpoint } from '@/lib/corpora/survey/schema'
import { surveyCorpus } from '@/lib/corpora/survey-corpus'

export const GET = handleInProject(readSurveyEndpoint, (actor, { params }) => readSurvey(actor, params))

export const POST = handleInProject(surveyCorpusEndpoint, (actor, { params }) => surveyCorpus(actor, params))
