/** A word of this work: one sentence, the law, who does it. */
export type Term = Readonly<{ id: string; term: string; says: string; law: string | null }>;

const CPR = 'Care Planning, Placement and Case Review (England) Regulations 2010';

export const TERMS: readonly Term[] = [
  { id: 'as-known-on', term: 'As known on', says: 'A figure as it would have been told on that day, from what had been recorded by then.', law: null },
  { id: 'care-order', term: 'Care order', says: 'A court places a child in a council\'s care; the council shares parental responsibility with the parents.', law: 'Children Act 1989, section 31' },
  { id: 'finding', term: 'Finding', says: 'A row of the return that is in the record but breaks one of the DfE\'s rules; it should be mended where it came from.', law: null },
  { id: 'independent-reviewing-officer', term: 'Independent reviewing officer (IRO)', says: 'Chairs a child\'s reviews and sees that decisions are carried out.', law: `Children Act 1989, section 25A; ${CPR}, regulation 45` },
  { id: 'interim-care-order', term: 'Interim care order', says: 'A care order for the time that the court needs to decide.', law: 'Children Act 1989, section 38' },
  { id: 'looked-after', term: 'Looked after', says: 'In a council\'s care by a court\'s order, or given a home by the council for more than 24 hours. Children on short breaks are not counted.', law: 'Children Act 1989, section 22' },
  { id: 'missing', term: 'Missing, and away without authorisation', says: 'Missing: nobody knows where the child is. Away: the place is known, but the child should not be there.', law: 'Statutory guidance on children who run away or go missing, 2014' },
  { id: 'not-held', term: 'Not held', says: 'No file that was loaded can say this figure. It is never nought, and the last one known is not carried on.', law: null },
  { id: 'placement-order', term: 'Placement order', says: 'A court lets a council place a child for adoption.', law: 'Adoption and Children Act 2002, section 21' },
  { id: 'restricted', term: 'Restricted record', says: 'A record that only named people may open. It keeps the child safe, or one of the family works for the council.', law: null },
  { id: 'review', term: 'Review', says: 'The meeting that looks at a child\'s care plan: first within 20 working days, then within 3 months, then within every 6 months.', law: `${CPR}, regulation 33` },
  { id: 'section-20', term: 'Section 20', says: 'The council gives a child a home. The parents agree to it, or there is nobody else.', law: 'Children Act 1989, section 20' },
  { id: 'set-aside', term: 'Set aside', says: 'A row of a file that cannot be a fact as it stands. It can be downloaded, mended and sent again.', law: null },
  { id: 'short-break', term: 'Short break', says: 'A child who lives at home stays elsewhere for a few days, as planned.', law: `${CPR}, regulation 48` },
  { id: 'special-guardianship', term: 'Special guardianship', says: 'A court gives a child a guardian for good, often one of the family. The parents stay the parents in law.', law: 'Children Act 1989, section 14A' },
  { id: 'ssda903', term: 'SSDA903, the children looked after return', says: 'The files about children looked after that each council sends to the DfE each year.', law: 'Children Act 1989, section 83' },
  { id: 'suppressed', term: 'c (1 to 4)', says: 'A number from 1 to 4, or one that would let you work such a number out. It is hidden so that nobody can be recognised.', law: null },
];
