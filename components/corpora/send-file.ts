import { type UploadView, uploadFileEndpoint } from '@/lib/corpora/schema'
import { CallError, endpointUrl } from '@/lib/platform/call-endpoint'
import { errorBodySchema } from '@/lib/platform/schema'

/** Sends a file as it is. XMLHttpRequest, because fetch cannot tell how much of a body has left. Throws CallError; aborting rejects. */
export function sendFile(
  project: string,
  file: File,
  watch: { onProgress(sent: number, total: number): void; signal: AbortSignal },
): Promise<UploadView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', endpointUrl(uploadFileEndpoint, { params: { project }, query: { name: file.name } }))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = (event) => watch.onProgress(event.loaded, event.total)
    request.onload = () => {
      const body: unknown = parseJson(request.responseText)
      if (request.status < 300) return accept(uploadFileEndpoint.response.parse(body))
      const known = errorBodySchema.safeParse(body)
      const error = known.success ? known.data.error : { code: 'internal', message: `HTTP ${request.status}` }
      reject(new CallError(request.status, error))
    }
    // A proxy on the way may cut a body without a word: the server says how much it has.
    const accept = (upload: UploadView) =>
      upload.bytes === file.size ? resolve(upload) : reject(new CallError(0, unreachable))
    const unreachable = {
      code: 'unreachable',
      reason: 'upload-cut',
      message: 'The connection broke while sending.',
    }
    request.onerror = () => reject(new CallError(0, unreachable))
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    watch.signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
