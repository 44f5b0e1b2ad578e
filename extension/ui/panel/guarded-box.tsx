import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Translator } from '../translator.ts';
import type { Finding, PanelTools } from './contract.ts';
import { Findings } from './findings.tsx';
import { keptKey } from './use-panel.ts';

/** How long the keys rest before the guard speaks up: nobody wants to be corrected in the middle of a word. */
const PAUSE_MS = 400;
/** More than a person writes in one go; the browser cuts what is dropped in, the draft cuts what is pasted. */
const LONGEST = 4_000;

/** One box to write in. Findings are marked under the words themselves and listed, with their fixes, below. */
export function GuardedBox(props: {
  t: Translator;
  tools: PanelTools;
  label: string;
  text: string;
  /** By which rules it is read (BCP 47). */
  language: string;
  /** Findings that the person keeps, by `keptKey`. */
  kept: readonly string[];
  onWrite: (text: string) => void;
  onKeep: (key: string) => void;
}): JSX.Element {
  const { t, tools, label, text, language, kept, onWrite, onKeep } = props;
  const id = useId();
  const findings = useFindings(tools, text, language).filter(
    (finding) => !kept.includes(keptKey(finding, text)),
  );

  const onPaste = (event: ClipboardEvent & { currentTarget: HTMLTextAreaElement }): void => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const clean = tools.compose.cleanText(pasted, LONGEST);
    if (clean === pasted) return;
    event.preventDefault();
    const area = event.currentTarget;
    area.setRangeText(clean, area.selectionStart, area.selectionEnd, 'end');
    onWrite(area.value);
  };

  return (
    <div class="words-box">
      <label for={id}>{label}</label>
      <div class="paper">
        <div class="marks" aria-hidden="true">
          {marked(text, findings)}
        </div>
        <textarea
          id={id}
          rows={2}
          value={text}
          maxLength={LONGEST}
          aria-describedby={findings.length > 0 ? `${id}-findings` : undefined}
          autocomplete="off"
          autocorrect="off"
          autocapitalize="sentences"
          spellcheck={false}
          dir="auto"
          onInput={(event) => onWrite(event.currentTarget.value)}
          onPaste={onPaste}
        />
      </div>
      <Findings
        id={`${id}-findings`}
        t={t}
        text={text}
        findings={findings}
        onFix={(finding, fix) => onWrite(tools.applyFix(text, finding, fix))}
        onKeep={(finding) => onKeep(keptKey(finding, text))}
      />
    </div>
  );
}

/** What was found at the last pause, as far as it still stands where it stood: while typing, nothing flickers. */
function useFindings(tools: PanelTools, text: string, language: string): readonly Finding[] {
  const [seen, setSeen] = useState(() => ({ text, findings: tools.scan(text, language) }));
  useEffect(() => {
    if (seen.text === text) return undefined;
    return tools.clock.after(PAUSE_MS, () => setSeen({ text, findings: tools.scan(text, language) }));
  }, [text]);
  return seen.findings.filter(
    ({ start, end }) => end <= text.length && text.slice(start, end) === seen.text.slice(start, end),
  );
}

function marked(text: string, findings: readonly Finding[]): ComponentChildren {
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end, tier } of [...findings].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    pieces.push(text.slice(at, start), <mark data-tier={tier}>{text.slice(start, end)}</mark>);
    at = end;
  }
  // A line break at the very end takes no room of its own without something behind it.
  return [...pieces, text.slice(at), '\u200b'];
}
