import path from 'node:path'
import { z } from 'zod'

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true')

const words = (text: string) => text.split(/[\s,]+/).filter(Boolean)

const variablesSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
  GLOSS_SECRET: z.string().min(32, 'needs at least 32 characters'),
  GLOSS_URL: z.url().default('http://127.0.0.1:3000'),
  GLOSS_DATA_DIR: z.string().default('.data'),
  GLOSS_UPLOAD_LIMIT_MB: z.coerce.number().positive().default(4096),
  GLOSS_UNPACKED_LIMIT_MB: z.coerce.number().positive().default(20_000),
  GLOSS_EXPORT_DIR: z.string().optional(),
  GLOSS_S3_BUCKET: z.string().min(3).max(63).optional(),
  GLOSS_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  GLOSS_S3_REGION: z.string().min(1).default('us-east-1'),
  GLOSS_S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  GLOSS_S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  GLOSS_MODEL_NETWORKS: z
    .string()
    .default('')
    .transform(words)
    .pipe(z.array(z.union([z.literal('loopback'), z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()]))),
  GLOSS_STAND_IN: z.url({ protocol: /^http$/ }).optional(),
  GLOSS_SEAL_KEYS: z
    .string()
    .default('')
    .transform(words)
    .pipe(z.array(z.string().min(32, 'each needs at least 32 characters'))),
  GLOSS_LEASE_SECONDS: z.coerce.number().int().min(10).max(86_400).default(600),
  GLOSS_SECURE_COOKIES: flag.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
})

/** Every variable that Gloss reads. `.env.example` explains each; a test keeps the two alike. */
export const envSchema = variablesSchema.superRefine((given, context) => {
  const keys = ['GLOSS_S3_ACCESS_KEY_ID', 'GLOSS_S3_SECRET_ACCESS_KEY'] as const
  const missing = keys.filter((name) => given[name] === undefined)
  if (missing.length === 1)
    context.addIssue({ code: 'custom', path: [missing[0]!], message: 'is needed beside the other key' })
  const alone = ['GLOSS_S3_ENDPOINT', ...keys] as const
  if (!given.GLOSS_S3_BUCKET && alone.some((name) => given[name] !== undefined))
    context.addIssue({
      code: 'custom',
      path: ['GLOSS_S3_BUCKET'],
      message: 'is needed for the store to be used',
    })
})

export type Env = z.infer<typeof envSchema> & { dataDir: string; secureCookies: boolean }

let parsed: Env | undefined

/** The validated environment, read once. Throws one error that names every variable at fault. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = envSchema.safeParse(given)
  if (!result.success) {
    const faults = result.error.issues
      .map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
      .join('\n')
    throw new Error(`The environment is not complete (see .env.example):\n${faults}`)
  }
  const values = result.data
  return {
    ...values,
    dataDir: path.resolve(values.GLOSS_DATA_DIR),
    secureCookies: values.GLOSS_SECURE_COOKIES ?? values.GLOSS_URL.startsWith('https:'),
  }
}
