/** Seconds since 1970 by this computer's clock, with fractions. */
export function nowSeconds(): number {
  return Date.now() / 1000;
}

/** Resolves at `seconds` since 1970 by this computer's clock, or at once when that is over. */
export function untilSeconds(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, seconds - nowSeconds()) * 1000));
}
