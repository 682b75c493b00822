export const EMERGENCY = '/emergency-access';
/** Before a record that is known to be there and shut is opened. */
export const emergencyHref = (childId: string): string => `/children/${childId}/emergency-access`;
export const endHref = (useId: string): string => `${EMERGENCY}/${useId}/end`;
export const reviewHref = (useId: string): string => `${EMERGENCY}/${useId}/review`;
