export { CLOCK, type RunningService, type ServiceDescription, type Surroundings } from './description.js';
export { clockOn, systemClock } from './clocks.js';
export { projectFile } from './project-file.js';
export { type ServiceConfiguration, serviceConfiguration } from './configuration.js';
export { runService } from './run-service.js';
export { startService } from './start-service.js';
