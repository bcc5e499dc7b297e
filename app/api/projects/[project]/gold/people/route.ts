import { handleInProject } from '@/app/api/handle'
import { readGoldPeople } from '@/lib/reviews/gold/queries'
import { readGoldPeopleEndpoint } from '@/lib/reviews/gold/schema'

export const GET = handleInProject(readGoldPeopleEndpoint, (actor, { query }) => readGoldPeople(actor, query))
