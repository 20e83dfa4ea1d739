import Sequencer from '@jest/test-sequencer';

/** On a machine that has not built them before, these wait minutes for programs. */
const BUILDERS = /production-temporal\.spec\.ts$/;

/** As jest orders files, save that what builds programs begins first: the others run meanwhile. */
export default class BuildersFirst extends Sequencer {
  sort(tests) {
    const isBuilder = ({ path }) => BUILDERS.test(path);
    const sorted = super.sort(tests);
    return [...sorted.filter(isBuilder), ...sorted.filter((test) => !isBuilder(test))];
  }
}
