// Gives every test file a database and a data folder of its own, before the product's code connects. Files that the house
// keeps pure get none.
import path from 'node:path'
import { expect, inject } from 'vitest'
import { cloneDatabase } from './test-server'

process.env.GLOSS_SECRET ??= 'only-for-tests-only-for-tests-only-for-tests'

const PURE = [
  /(^|\/)(model|schema)\.test\.ts$/,
  /^(components|prompts|bench|e2e)\//,
  /^scripts\/(?!gloss(-export|-library)?\.test)/,
  /^lib\/(tasks|formats)\//,
]

const file = expect.getState().testPath?.slice(process.cwd().length + 1) ?? ''

if (PURE.some((pattern) => pattern.test(file))) {
  process.env.DATABASE_URL = 'postgresql://nobody@pure-tests-have-no-database.invalid/none'
} else {
  const { url, template, run, files } = inject('testServer')
  const name = `${run}_${process.env.VITEST_POOL_ID}_${Date.now().toString(36)}`
  process.env.GLOSS_DATA_DIR = path.join(files, name)
  process.env.DATABASE_URL = await cloneDatabase(url, { template, name })
}
