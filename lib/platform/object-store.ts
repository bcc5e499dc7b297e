import type { Readable } from 'node:stream'
import { DeleteObjectCommand, HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { type Env, env } from '@/lib/platform/env'

const PART_BYTES = 8 << 20
const PARTS_AT_ONCE = 2
const ATTEMPTS = 5

/** A bucket of S3, or of a store that speaks its language. */
export type ObjectStore = {
  bucket: string
  /** Sends a body of any size in parts, each tried several times. An abort leaves nothing behind. */
  put(key: string, object: { body: Readable; sha256: string }, signal: AbortSignal): Promise<void>
  /** The hash that `put` was told; null when there is no such object. */
  sha256Of(key: string): Promise<string | null>
  remove(key: string): Promise<void>
}

/** The store that the environment names, or null. */
export function openObjectStore(given: Env = env()): ObjectStore | null {
  const { GLOSS_S3_BUCKET: Bucket, GLOSS_S3_ENDPOINT: endpoint } = given
  if (!Bucket) return null
  const client = new S3Client({
    region: given.GLOSS_S3_REGION,
    maxAttempts: ATTEMPTS,
    // Stores other than Amazon's have no name per bucket, and many do not know its newer sums.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...credentialsOf(given),
  })
  return {
    bucket: Bucket,
    async put(key, { body, sha256 }, signal) {
      const params = { Bucket, Key: key, Body: body, Metadata: { sha256 } }
      const upload = new Upload({ client, params, partSize: PART_BYTES, queueSize: PARTS_AT_ONCE })
      const abort = () => void upload.abort()
      signal.addEventListener('abort', abort, { once: true })
      try {
        signal.throwIfAborted()
        await upload.done()
      } finally {
        signal.removeEventListener('abort', abort)
        body.destroy()
      }
    },
    async sha256Of(key) {
      try {
        const { Metadata } = await client.send(new HeadObjectCommand({ Bucket, Key: key }))
        return Metadata?.sha256 ?? ''
      } catch (error) {
        if (error instanceof NotFound) return null
        throw error
      }
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: key }))
    },
  }
}

function credentialsOf({
  GLOSS_S3_ACCESS_KEY_ID: accessKeyId,
  GLOSS_S3_SECRET_ACCESS_KEY: secretAccessKey,
}: Env) {
  return accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}
}
