import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { MarkdownText } from '@/components/ui/markdown-text'

const shown = (text: string) => renderToStaticMarkup(<MarkdownText text={text} />)

it('shows lists, code and tables as such', () => {
  const html = shown('1. Fold\n2. Sew\n\n```py\nprint(1)\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |')
  for (const tag of ['<ol', '<li>', '<pre', '<table', '<td']) expect(html).toContain(tag)
})

it('runs nothing, fetches nothing and leads nowhere', () => {
  const html = shown(
    '<img src=x onerror=alert(1)><script>alert(1)</script> ![track](https://elsewhere.example/x.png) [here](javascript:alert(1)) <a href="https://elsewhere.example">there</a>',
  )
  expect(html).not.toMatch(/<(img|script|a|iframe)[\s>]/)
  expect(html).not.toContain('src="')
  expect(html).not.toContain('href="')
})
