import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'

// Models wrote this: HTML in it stays text, nothing is fetched, and no link leads anywhere.
const components: Components = {
  a: ({ children, href }) => (
    <span>
      {children}
      {href && <span className="text-muted text-xs">{` (${href})`}</span>}
    </span>
  ),
  img: ({ alt, src }) => (
    <span className="text-muted">{`[${alt || (typeof src === 'string' && src) || ''}]`}</span>
  ),
  input: ({ checked }) => <span aria-hidden="true">{checked ? '☑ ' : '☐ '}</span>,
  h1: ({ children }) => <p className="font-semibold">{children}</p>,
  h2: ({ children }) => <p className="font-semibold">{children}</p>,
  h3: ({ children }) => <p className="font-medium">{children}</p>,
  h4: ({ children }) => <p className="font-medium">{children}</p>,
  h5: ({ children }) => <p className="font-medium">{children}</p>,
  h6: ({ children }) => <p className="font-medium">{children}</p>,
  ul: ({ children }) => (
    <ul className="flex list-disc flex-col gap-0.5 pl-5 marker:text-muted">{children}</ul>
  ),
  ol: ({ children, start }) => (
    <ol start={start} className="flex list-decimal flex-col gap-0.5 pl-5 marker:text-muted">
      {children}
    </ol>
  ),
  pre: ({ children }) => (
    <pre className="overflow-x-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs">{children}</pre>
  ),
  code: ({ children }) => <code className="rounded-xs bg-sunken font-mono text-[0.9em]">{children}</code>,
  blockquote: ({ children }) => (
    <blockquote className="border-line border-l-2 pl-3 text-muted">{children}</blockquote>
  ),
  table: ({ children }) => (
    <div className="overflow-x-auto">
      <table className="text-sm">{children}</table>
    </div>
  ),
  th: ({ children }) => <th className="hairline-b py-1 pr-4 text-left font-medium">{children}</th>,
  td: ({ children }) => <td className="hairline-b py-1 pr-4 align-top">{children}</td>,
  hr: () => <hr className="hairline-t border-0" />,
}

/** Text that is written in Markdown, to be read. */
export function MarkdownText({ text, lang }: { text: string; lang?: string }) {
  return (
    <div lang={lang} className="reading flex flex-col gap-2 [overflow-wrap:anywhere]">
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={components} skipHtml={false}>
        {text}
      </ReactMarkdown>
    </div>
  )
}
