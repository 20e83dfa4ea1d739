import { promiseHooks } from 'node:v8';
import { Script, type Context, type RunningScriptOptions } from 'node:vm';

/* Loaded first in each thread that runs workflow code; see `leanWorkflowThreads`. */
Object.assign(promiseHooks, {
  createHook: () => {
    throw new Error('stack traces are not collected');
  },
});

const { runInContext } = Script.prototype;
Script.prototype.runInContext = function (this: Script, context: Context, options?: RunningScriptOptions): unknown {
  return runInContext.call(this, context, { ...options, timeout: undefined });
};
