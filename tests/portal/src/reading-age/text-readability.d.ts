/** The parts of the package that are used here; it brings no types. */
declare module 'text-readability' {
  const readability: Readonly<{ fleschKincaidGrade: (text: string) => number; lexiconCount: (text: string) => number }>;
  export default readability;
}
