/** The part of crx3 that is used here; the package ships no types. */
declare module 'crx3' {
  export default function crx3(
    files: readonly string[],
    options: { keyPath: string; crxPath: string; forceDateTime: number },
  ): Promise<unknown>;
}
