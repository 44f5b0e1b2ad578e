/** One thing that was looked at. `remedy` says what to do; every warning and problem has one. */
export interface Finding {
  readonly check: string;
  readonly level: 'ok' | 'problem' | 'warning';
  readonly says: string;
  readonly remedy?: string;
}

export function ok(check: string, says: string): Finding {
  return { check, level: 'ok', says };
}

export function warning(check: string, says: string, remedy: string): Finding {
  return { check, level: 'warning', says, remedy };
}

export function problem(check: string, says: string, remedy: string): Finding {
  return { check, level: 'problem', says, remedy };
}
