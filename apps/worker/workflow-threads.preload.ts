import { promiseHooks } from 'node:v8';
import { Script, type Context, type RunningScriptOptions } from 'node:vm';

/* Loaded first in each thread that runs workflow code; see `leanWorkflowThreads`. */
Object.assign(promiseHooks, {
  createHook: () => {
    throw new Error('stack traces are not collected');
  },
});

type Run = (this: Script, context: Context, options?: RunningScriptOptions) => unknown;
const prototype = Script.prototype as { runInContext: Run };
const { runInContext } = prototype;
prototype.runInContext = function (context, options) {
  return runInContext.call(this, context, { ...options, timeout: undefined });
};
