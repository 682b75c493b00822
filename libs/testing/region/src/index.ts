export { CouncilClient, type ImportView } from './council.client.js';
export { type CouncilFile, NAMES_ADDED, SAMPLE_YEARS, exampleFiles, filesOfFew, rowsIn, sampleFiles } from './council-files.js';
export { type TestRegion, TODAY, dataFolderForTest, freePort, openRegion } from './test-region.fixture.js';
export { type TokenOf, tokensOf } from './tokens.fixture.js';
