import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'

const KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** A store on loopback that speaks S3, with one bucket; `env` is what Gloss has to know of it. */
export async function startObjectStore(bucket: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'gloss-store-'))
  const port = await freePort()
  const store = new S3rver({
    ...{ port, address: '127.0.0.1', silent: true, directory: folder },
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  await store.run()
  const endpoint = `http://127.0.0.1:${port}`
  return {
    client: { endpoint, region: 'us-east-1', credentials: KEYS, forcePathStyle: true },
    env: {
      GLOSS_S3_BUCKET: bucket,
      GLOSS_S3_ENDPOINT: endpoint,
      GLOSS_S3_ACCESS_KEY_ID: KEYS.accessKeyId,
      GLOSS_S3_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
    },
    async close() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
