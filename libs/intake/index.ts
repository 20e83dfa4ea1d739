export { startCase } from './case.start.js';
export { CaseFinder, type Found } from './case.finder.js';
export { SignalIntake } from './signal.intake.js';
export { SEVERAL, SignalPlacer } from './signal.placer.js';
export { endOf, requestIdsOf } from './signal.end.js';
