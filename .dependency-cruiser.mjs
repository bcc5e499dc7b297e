// Who may import whom, one rule per sentence of docs/architecture.md. Run by scripts/house.mjs, which hands dependency-cruiser
// every file's imports, types included. Paths are relative to the repository; packages appear by their bare names.

const TESTS = String.raw`\.(test|eval)\.tsx?$`
const NOT_THE_PRODUCT = '^(e2e|scripts|bench|prisma)/'
const PURE = String.raw`^lib/.+/(model|schema)\.ts$`
// What a kind of artifact or a form of corpus says about its own content: pure like a model, named after what it describes.
const PURE_LIKES = String.raw`^lib/(artifacts/kinds|tasks|formats|rules|corpora/formats|exports/formats)/[^/]+/(model|schema|content|evidence|gold)\.ts$`
// The one HTTP client, shared by screens and command line.
const ENDPOINTS = String.raw`^lib/platform/(schema|call-endpoint)\.ts$`

const NOUNS_IN_ORDER = [
  ['tasks', 'connections'],
  ['formats', 'rules', 'quotes', 'calls'],
  ['corpora'],
  ['artifacts'],
  ['reviews'],
  ['library'],
  ['taxonomy'],
  ['synthesis'],
  ['exports', 'evaluation'],
  ['lineage'],
]

const forbidden = [
  rule('1-no-cycles', 'Nothing imports itself, however far around.', {}, { circular: true }),
  rule(
    '2-nothing-imports-app',
    'URLs are the outermost ring: only end-to-end tests and scripts look into app/.',
    { pathNot: ['^app/', NOT_THE_PRODUCT] },
    { path: '^app/' },
  ),
  rule(
    '3-components-see-models',
    'Screens know the product by its models and schemas, and reach it over HTTP.',
    { path: '^components/', pathNot: TESTS },
    { path: '^(lib|prompts|prisma|generated)/', pathNot: [PURE, PURE_LIKES, ENDPOINTS] },
  ),
  rule(
    '4-ui-knows-no-noun',
    'components/ui could ship in another product.',
    { path: '^components/ui/' },
    { path: '^(lib|prompts|app|components)/', pathNot: '^components/ui/' },
  ),
  rule(
    '5-lib-without-framework',
    'The product runs in a worker, a script or a test: no Next, no React.',
    { path: '^(lib|prompts)/' },
    { path: '^(next|react|react-dom|next-intl|nuqs|@tanstack/react-[^/]+|@base-ui/react)(/|$)' },
  ),
  rule(
    '6-platform-knows-no-noun',
    'Plumbing serves every noun alike.',
    { path: '^lib/platform/', pathNot: TESTS },
    { path: '^(lib|prompts)/', pathNot: '^lib/platform/' },
  ),
  rule(
    '7-models-are-pure',
    'Models and schemas import only their like, so that any ring may import them.',
    { path: [PURE, PURE_LIKES] },
    { pathNot: ['^zod$', PURE, PURE_LIKES] },
  ),
  rule(
    '8-one-database-client',
    'Only lib/platform/db knows the Prisma client.',
    { pathNot: [String.raw`^lib/platform/db\.ts$`, String.raw`^scripts/schema-engine\.mjs$`, '^generated/'] },
    { path: '^(generated/prisma/|@prisma/)' },
  ),
  rule(
    '9-one-model-client',
    'Only lib/platform/llm knows the OpenAI SDK, and the tests that hold the stand-in for a model against it.',
    { pathNot: [String.raw`^lib/platform/llm(/|\.ts$)`, `^e2e/fake-llm/.+${TESTS}`] },
    { path: '^openai(/|$)' },
  ),
  rule(
    '10-prompts-in-jobs',
    'Models are asked by jobs, where a call can be repeated, never while a request waits.',
    { pathNot: ['^prompts/', String.raw`\.job\.ts$`, TESTS, NOT_THE_PRODUCT] },
    { path: '^prompts/' },
  ),
  rule(
    '10-no-model-in-a-request',
    'No path leads from a URL or a screen to a model.',
    { path: '^(app|components)/' },
    { path: String.raw`^(prompts/|lib/platform/llm(/|\.ts$))`, reachable: true },
  ),
  rule(
    '11-handlers-in-the-worker',
    'lib/worker.ts is the one place that knows every job handler.',
    { pathNot: [String.raw`^lib/worker\.ts$`, TESTS, NOT_THE_PRODUCT] },
    { path: String.raw`\.job\.ts$` },
  ),
  rule(
    '12-no-test-code',
    'What only tests need stays out of the product.',
    { path: '^(app|components|lib|prompts)/', pathNot: TESTS },
    {
      path: `(${TESTS}|^(e2e|bench|scripts|prisma)/|^(vitest|fast-check|@playwright/|@axe-core/))`,
    },
  ),
  ...NOUNS_IN_ORDER.slice(0, -1).flatMap((nouns, at) =>
    nouns.map((noun) =>
      rule(
        `13-nouns-follow-the-loop-${noun}`,
        'An earlier noun does not import a later one.',
        { path: `^lib/${noun}/`, pathNot: TESTS },
        {
          path: `^lib/(${NOUNS_IN_ORDER.slice(at + 1)
            .flat()
            .join('|')})/`,
        },
      ),
    ),
  ),
]

function rule(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to }
}

export default {
  forbidden,
  options: { doNotFollow: { path: 'node_modules' }, parser: 'swc', skipAnalysisNotInRules: true },
}
