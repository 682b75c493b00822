import type { LocalDate, Uuid } from '@permanence/kernel/values';

/** A council's SSDA903 collection was loaded: which months are held follows from it (ssda903-import.md, *What a figure may claim*). */
export type CollectionLoaded = {
  /** Year in which the collection ends. */
  year: number;
  /** SSDA903 modules of which this load brought the whole file. */
  modules: readonly string[];
  /** The whole collection year; else it is in progress. */
  complete: boolean;
  /** The day to which it was declared complete. */
  completeTo: LocalDate;
};

/** A fact that another context will own one day, known from files (ssda903-import.md, rule 8). */
export type OutsideFactRecorded = {
  childId: Uuid;
  /** The event's name in `events.md`. */
  fact:
    | 'adoption.should-be-placed-decided'
    | 'adoption.plan-changed-away'
    | 'adoption.court-authority-obtained'
    | 'adoption.court-authority-ended'
    | 'adoption.match-decided'
    | 'adoption.child-placed'
    | 'adoption.placement-ended'
    | 'adoption.order-made';
  on: LocalDate;
  reason?: string;
  /** A council's file, or its own record. */
  source: 'ssda903' | 'record';
  /** On `adoption.child-placed`; absent where the adopters' postcode is not found. */
  placedOutsideAuthority?: boolean;
  adoptersHomeAuthority?: string;
};
