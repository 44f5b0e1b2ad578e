/** Seconds since 1970 by this computer's clock, with fractions. */
export function nowSeconds(): number {
  return Date.now() / 1000;
}
