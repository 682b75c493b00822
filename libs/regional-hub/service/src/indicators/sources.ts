/** Where definitions come from. */
export const FINAL_SPECIFICATION = 'Peterborough final specification 2016, section 16.2.3';
export const FOSTERING_SOURCE = `${FINAL_SPECIFICATION}, Fostering service; draft specification 2015, Outline Performance Indicators`;
export const ADOPTION_SOURCE = `${FINAL_SPECIFICATION}, Adoption service; draft specification 2015, Outline Performance Indicators`;
export const RETURN_SOURCE = `${FINAL_SPECIFICATION}, return home support services; draft specification 2015, Outline Performance Indicators`;
export const LEAVING_CARE_SOURCE = `${FINAL_SPECIFICATION}, young people leaving care; draft specification 2015, Outline Performance Indicators`;
export const PERFORMANCE_REPORT = 'Peterborough performance report 2016';
