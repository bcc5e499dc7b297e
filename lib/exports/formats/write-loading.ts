/** The line that loads the folder with the library `datasets`: the card says which file is which split. */
export function writeLoading(): string {
  return `python -c 'from datasets import load_dataset; print(load_dataset("."))'`
}
