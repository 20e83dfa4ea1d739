import { promiseHooks } from 'node:v8';
import { Script, type Context, type RunningScriptOptions } from 'node:vm';

/** Before Node 24 the same notes carry the scope of what a workflow calls: without them a timer ends its whole run. */
const MAY_BE_LEAN = Number.parseInt(process.versions.node) >= 24;

type Run = (this: Script, context: Context, options?: RunningScriptOptions) => unknown;

/**
 * Lets workflow code of this process run without three things that are half of what it costs: a note of where each promise
 * was made, which only Temporal's `__stack_trace` query reads; a watchdog thread started for each of the four calls into it
 * an activation takes, where one for all of them does; and a thread of its own, to and from which each activation is copied
 * twice.
 * @returns options of its workers; the library calls it debugging where code runs in the process's own thread.
 */
export function leanWorkflowCode(): { readonly debugMode: boolean } {
  if (!MAY_BE_LEAN) return { debugMode: false };
  Object.assign(promiseHooks, {
    createHook: () => {
      throw new Error('stack traces are not collected');
    },
  });
  const prototype = Script.prototype as { runInContext: Run };
  const { runInContext } = prototype;
  prototype.runInContext = function (context, options) {
    return runInContext.call(this, context, { ...options, timeout: undefined });
  };
  return { debugMode: true };
}
