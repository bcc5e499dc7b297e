/** Hands a text to the browser as a file to keep. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: fileNameOf(name) })
  link.click()
  URL.revokeObjectURL(address)
}

function fileNameOf(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|]+/g, '-')
}
