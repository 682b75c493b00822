/** The four councils as the partnership counts them: children looked after now. */
export const DEMONSTRATION: readonly Readonly<{ authority: string; folder: string; lookedAfterNow: number }>[] = [
  { authority: 'E10000028', folder: 'staffordshire', lookedAfterNow: 1_138 },
  { authority: 'E06000021', folder: 'stoke-on-trent', lookedAfterNow: 843 },
  { authority: 'E06000051', folder: 'shropshire', lookedAfterNow: 377 },
  { authority: 'E06000020', folder: 'telford-and-wrekin', lookedAfterNow: 383 },
];
