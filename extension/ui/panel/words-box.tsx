import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Box } from '../../compose/draft.ts';
import type { Flagged } from '../../compose/panel-state.ts';
import type { Finding } from './contract.ts';
import { Findings } from './findings.tsx';
import { keptKey, languageOf, type PanelModel } from './use-panel.ts';

/** How long the keys rest before the guard speaks up: nobody wants to be corrected in the middle of a word. */
const PAUSE_MS = 400;
/** More than a person writes in one go; the browser cuts what is dropped in, the draft cuts what is pasted. */
const LONGEST = 4_000;

/** One box to write in. Findings are marked under the words themselves and listed, with their fixes, below. */
export function WordsBox({
  panel,
  flagged,
  box,
}: {
  panel: PanelModel;
  flagged: Flagged;
  box: Box;
}): JSX.Element {
  const { t, send, tools } = panel;
  const id = useId();
  const text = flagged.draft.t[box];
  const findings = useFindings(panel, text, languageOf(flagged.draft, tools, t)).filter(
    (finding) => !flagged.kept.includes(keptKey(finding, text)),
  );
  const write = (words: string): void => send({ type: 'change', change: { write: box, text: words } });

  const onPaste = (event: ClipboardEvent & { currentTarget: HTMLTextAreaElement }): void => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const clean = tools.compose.cleanText(pasted, LONGEST);
    if (clean === pasted) return;
    event.preventDefault();
    const area = event.currentTarget;
    area.setRangeText(clean, area.selectionStart, area.selectionEnd, 'end');
    write(area.value);
  };

  return (
    <div class="words-box">
      <label for={id}>{t(`box.${box}`, { kind: flagged.draft.kind })}</label>
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
          onInput={(event) => write(event.currentTarget.value)}
          onPaste={onPaste}
        />
      </div>
      <Findings
        id={`${id}-findings`}
        t={t}
        text={text}
        findings={findings}
        onFix={(finding, fix) => write(tools.applyFix(text, finding, fix))}
        onKeep={(finding) => send({ type: 'keep', finding: keptKey(finding, text) })}
      />
    </div>
  );
}

/** What was found at the last pause, as far as it still stands where it stood: while typing, nothing flickers. */
function useFindings({ tools }: PanelModel, text: string, language: string): readonly Finding[] {
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
