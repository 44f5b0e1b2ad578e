import type { ComponentChildren, JSX } from 'preact';
import type { HistoryLine } from '../../inbox/view.ts';
import type { Translator } from '../translator.ts';

/** The sentence for what colleagues did around a concern; `null` for everything else. */
export function teamworkSentence({ by: author, what, about }: HistoryLine, t: Translator): ComponentChildren {
  const b = (name: ComponentChildren[]): JSX.Element => <b>{name}</b>;
  const named = (label: string): string => label || t('inbox.someone');
  const by = named(author);
  switch (what.type) {
    case 'graded':
      if (what.harm === null) return t.rich('inbox.history.ungraded', { by, b });
      return t.rich('inbox.history.graded', { by, harm: t(`inbox.harm.${what.harm}`), b });
    case 'tagged':
      return t.rich(what.on ? 'inbox.history.tagged' : 'inbox.history.untagged', { by, tag: what.tag, b });
    case 'merged':
      return t.rich(what.into === null ? 'inbox.history.parted' : 'inbox.history.merged', { by, b });
    case 'readmitted':
      return t.rich('inbox.history.readmitted', { by, who: named(what.who), b });
    case 'moved':
      return t.rich('inbox.history.moved', {
        by,
        route: `${t(`inbox.route.${what.route}`)}, ${what.name}`,
        b,
      });
    case 'confirmed':
    case 'withdrawn':
      return t.rich(`inbox.history.${what.type}`, {
        by,
        what: about === null ? '' : t(`inbox.proposal.${about}`),
        b,
      });
    default:
      return null;
  }
}

/** What a member wrote with it, to stand under the sentence. */
export function teamworkWords({ what }: HistoryLine): string | null {
  switch (what.type) {
    case 'held':
    case 'released':
      return what.reason;
    case 'recorded':
      return what.summary;
    case 'moved':
      return what.reference;
    default:
      return null;
  }
}
