/*
 * Search looks through words in memory and leaves no index behind. An index was measured and left out: for 10,000
 * concerns MiniSearch takes a second to make one and 19 MiB to keep it, answers a query in 0.2 to 40 ms, and finds the
 * beginnings of words only. Looking through all of them takes 1 to 4 ms, and finds "pumpe" in "Infusionspumpe".
 *
 * Text and query are folded the same way, so that "Uebergabe" need not match "Übergabe" but "ubergabe" does, and one
 * spelling of an Arabic letter finds the others.
 */

/** Lower case, without accents, vowel marks and tatweel; one spelling of alef, ya and ta marbuta. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}

/** Whether a folded text holds every word of the query, each at the start of a word or inside one. */
export function matcher(query: string): (searchable: string) => boolean {
  const wanted = folded(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return (searchable) => wanted.every((word) => searchable.includes(word));
}
