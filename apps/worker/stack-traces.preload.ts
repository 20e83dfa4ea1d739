import { promiseHooks } from 'node:v8';

/* Loaded first in each thread that runs workflow code; see `collectNoStackTraces`. */
Object.assign(promiseHooks, {
  createHook: () => {
    throw new Error('stack traces are not collected');
  },
});
