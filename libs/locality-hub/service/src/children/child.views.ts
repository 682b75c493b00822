import { shortNameOf } from '@permanence/contracts/partnership';
import type { LocalDate } from '@permanence/kernel/values';
import type { Who } from '@permanence/platform/identity';
import type { ClockId } from '@permanence/statutory-clocks/catalogue';
import type { ChildLine } from './child.store.js';
import type { ChildHeaderDto, ChildRowDto, PersonNameDto, RestrictedRowDto } from './children.dto.js';
import { dueOf } from './due.js';
import { openingOf } from './visibility.js';

/** Null until a names file came. */
export const nameOf = ({ forename, surname }: Readonly<{ forename: string | null; surname: string | null }>): PersonNameDto | null =>
  forename === null && surname === null ? null : { forename: forename ?? '', surname: surname ?? '' };

export const workerName = (forename: string, surname: string): string => `${forename} ${surname}`.trim();

export const restrictedRow = ({ id, reference }: Pick<ChildLine, 'id' | 'reference'>, ask: string): RestrictedRowDto => ({ kind: 'restricted', id, reference, ask });

/** A child in a list: the line, or where the record stays shut to who asks, that it is there and whom to ask. */
export const rowOf = (line: ChildLine, who: Who, today: LocalDate): ChildRowDto | RestrictedRowDto => {
  const opening = openingOf(who, line);
  if (opening.kind === 'ask') return restrictedRow(line, opening.ask);
  const { id, reference, councilCode, birthDate, lookedAfter, restricted, legalStatus, placement, provider, place, homeSince, missingSince } = line;
  return {
    kind: 'child', id, reference, councilCode, name: nameOf(line), born: birthDate, lookedAfter, restricted, legalStatus,
    home: placement === null ? null : { placement, provider, place, since: homeSince },
    worker: line.workerId === null ? null : { id: line.workerId, name: workerName(line.workerForename ?? '', line.workerSurname ?? '') },
    nextDue: line.nextClock === null || line.nextDue === null ? null : dueOf(line.nextClock as ClockId, line.nextDue, today), missingSince,
  };
};

/** Emergency access shows a record and changes nothing in it. */
const commandsOf = (line: ChildLine, who: Who): ChildHeaderDto['allowedCommands'] => (openingOf(who, line).kind === 'open' ? commandsOfRole(line, who) : []);

const commandsOfRole = ({ lookedAfter }: ChildLine, { capabilities }: Who): ChildHeaderDto['allowedCommands'] => [
  ...(lookedAfter && capabilities.has('child:allocate-worker') ? ['allocate' as const] : []),
  ...(capabilities.has('child:restrict') ? ['restrict' as const] : []),
];

/** Whom a section is about. */
export const headerOf = (line: ChildLine, who: Who): ChildHeaderDto => ({
  id: line.id, reference: line.reference, councilCode: line.councilCode, authority: { code: line.tenantId, name: shortNameOf(line.tenantId) }, name: nameOf(line), born: line.birthDate,
  lookedAfter: line.lookedAfter, legalStatus: line.legalStatus, missingSince: line.missingSince, restricted: line.restricted, asAt: line.asAt, allowedCommands: commandsOf(line, who),
});
