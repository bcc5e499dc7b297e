// The stand-in by itself: `node --import tsx e2e/fake-llm/serve.ts`. Settings are read from FAKE_LLM, as JSON.
import { startFakeLlm } from './start-fake-llm'

const { url } = await startFakeLlm(JSON.parse(process.env.FAKE_LLM ?? '{}'), {
  port: Number(process.env.PORT ?? 8899),
})
console.log(
  `A stand-in for a language model answers at ${url}/v1. It knows nothing: its answers follow from the input alone.`,
)
