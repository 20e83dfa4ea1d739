import { CancellationScope, condition, proxyActivities } from '@temporalio/workflow';
import type { CaseActivities, ProbeOrder } from '#contract';

/** Every five minutes for half an hour (domain §2 MAINTENANCE); failed looks leave no trace in the history. */
const { probe } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '15 s',
  scheduleToCloseTimeout: '30 min',
  retry: { initialInterval: '5 min', backoffCoefficient: 1 },
});

/** Whether the service answers before nobody wants to know any more. */
export async function answers(order: ProbeOrder, unwanted: () => boolean): Promise<boolean> {
  const looking = new CancellationScope();
  const looked = looking
    .run(() => probe(order))
    .then(
      () => true,
      () => false,
    );
  const first = await Promise.race([looked, condition(unwanted).then(() => false)]);
  looking.cancel();
  return first;
}
