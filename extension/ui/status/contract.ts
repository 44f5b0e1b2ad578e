/** The Status page as plain data: a few headings, each with rows of a name and what is to be said about it. */
export interface StatusView {
  readonly title: string;
  readonly lede: string;
  /** Where the inbox is, on computers whose settings name a mailroom. */
  readonly inbox: string | null;
  readonly sections: readonly StatusSection[];
}

export interface StatusSection {
  readonly id: string;
  readonly title: string;
  /** How the whole of it stands, in one sentence; `null` where there is nothing to say. */
  readonly summary: { readonly tone: Tone; readonly text: string } | null;
  readonly rows: readonly StatusRow[];
  /** Where the relay says what keyring it announces: to be opened in a tab, and pasted here to be checked. */
  readonly announcedAt?: string;
}

export interface StatusRow {
  readonly name: string;
  /** Names of settings and keys stand in the type of a program. */
  readonly isCode: boolean;
  readonly tone: Tone;
  readonly text: string;
  /** More that belongs to it, line by line. */
  readonly more: readonly string[];
}

export type Tone = 'good' | 'look' | 'plain' | 'stop';
