import { errorResponse } from '@/app/api/handle'
import { AppError } from '@/lib/platform/errors'

/** Whatever no other route answers. It is no endpoint, so the OpenAPI document does not have it. */
async function refuse(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const message = `There is nothing at ${pathname}. GET /api/openapi.json lists every address.`
  return errorResponse(new AppError('not_found', message, { reason: 'address-unknown' }))
}

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT }
