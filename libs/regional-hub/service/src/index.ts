export { regionalHub } from './description.js';
export { FigureRefresher } from './figures/figure-refresher.js';
export { rebuildProjections } from './projections/rebuild.js';
export { StuckKeeper } from './tracker/stuck-keeper.js';
