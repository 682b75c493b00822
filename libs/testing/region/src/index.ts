export { CouncilClient, type ImportView } from './council.client.js';
export { type CouncilFile, NAMES_ADDED, childCodesIn, exampleFiles, sampleFiles } from './council-files.js';
export { type TestRegion, TODAY, dataFolderForTest, freePort, openRegion } from './test-region.fixture.js';
