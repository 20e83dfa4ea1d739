import { TestEnvironment } from 'jest-environment-node';

/** Skips every test after the first that fails: one is enough to kill a mutant. */
export default class BailEnvironment extends TestEnvironment {
  #failed = false;

  handleTestEvent(event) {
    if (event.name === 'test_fn_failure' || event.name === 'hook_failure') this.#failed = true;
    if (event.name === 'test_start' && this.#failed) event.test.mode = 'skip';
  }
}
