'use client'

type Props<Name extends string> = {
  of: Readonly<Record<Name, boolean>>
  names: readonly Name[]
  wordsOf: (name: Name) => string
  onChange: (change: { [Key in Name]?: boolean }) => void
}

/** Things that are so or not so, a line each. */
export function Switches<Name extends string>({ of, names, wordsOf, onChange }: Props<Name>) {
  return (
    <div className="flex flex-col gap-1.5">
      {names.map((name) => (
        <label key={name} className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1"
            checked={of[name]}
            onChange={(event) => onChange({ [name]: event.target.checked } as { [Key in Name]?: boolean })}
          />
          <span>{wordsOf(name)}</span>
        </label>
      ))}
    </div>
  )
}
