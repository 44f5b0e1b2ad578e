import type { JSX } from 'preact';

/** One line of text in a form, kept from spell checkers, which may send it elsewhere. */
export function TextLine(props: {
  id: string;
  label: string;
  /** Longest text, in characters. */
  limit: number;
  value: string;
  onChange: (value: string) => void;
}): JSX.Element {
  return (
    <p class="choice">
      <label for={props.id}>{props.label}</label>
      <input
        id={props.id}
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={props.limit}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </p>
  );
}
