import { handleInProject } from '@/app/api/handle'
import { markGold } from '@/lib/reviews/gold/mark-gold'
import { listGoldQuestions } from '@/lib/reviews/gold/queries'
import { listGoldQuestionsEndpoint, markGoldEndpoint } from '@/lib/reviews/gold/schema'

export const GET = handleInProject(listGoldQuestionsEndpoint, (actor, { query }) =>
  listGoldQuestions(actor, query),
)

export const POST = handleInProject(markGoldEndpoint, (actor, { body }) => markGold(actor, body))
