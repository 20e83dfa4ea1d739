import type { WorkflowOptions } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes, type WorkflowIdReusePolicy } from '@temporalio/common';
import { caseWorkflowId, type CaseInput, type Carried, type CommandEnvelope } from '#contract';

/** What a case is opened with. */
export interface Opening {
  readonly caseId: string;
  readonly envelope: CommandEnvelope;
  readonly institutionCode: string;
  readonly sandbox: boolean;
}

/** What a case is started again with: the record's fold and head, and the RESUME of two persons. */
export interface Resumption extends Opening {
  readonly carried: Carried;
}

/** A run that is to be started, unless one is open. */
export interface CaseStart {
  readonly input: Omit<CaseInput, 'eventCap'>;
  readonly institutionCode: string;
  readonly sandbox: boolean;
  /** Whether there may have been runs before it. */
  readonly reuse: WorkflowIdReusePolicy;
}

const INSTITUTION = defineSearchAttributeKey('ReinstateInstitution', 'KEYWORD');
const SANDBOX = defineSearchAttributeKey('ReinstateSandbox', 'BOOL');

/** The first run of a case. */
export const openingOf = ({ caseId, envelope, ...of }: Opening): CaseStart => ({
  input: { caseId, opening: envelope },
  ...of,
  reuse: 'REJECT_DUPLICATE',
});

/** A run that takes the place of those that are lost. */
export const resumptionOf = ({ caseId, envelope, carried, ...of }: Resumption): CaseStart => ({
  input: { caseId, opening: envelope, carried },
  ...of,
  reuse: 'ALLOW_DUPLICATE',
});

/** A run in which a closed case goes on with what the last one left. */
export const goingOn = (caseId: string, carried: Carried): CaseStart => ({
  input: { caseId, carried },
  institutionCode: carried.case.institutionCode,
  sandbox: carried.case.sandbox,
  reuse: 'ALLOW_DUPLICATE',
});

/** A start as the library wants it. */
export type StartOptions = WorkflowOptions & { args: [CaseInput]; workflowIdConflictPolicy: 'USE_EXISTING' };

/** @param eventCap the run changes at so many events of its history. */
export function startOptions(start: CaseStart, taskQueue: string, eventCap: number): StartOptions {
  const { input, institutionCode, sandbox, reuse } = start;
  return {
    workflowId: caseWorkflowId(input.caseId),
    args: [{ ...input, eventCap }],
    taskQueue,
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: reuse,
    typedSearchAttributes: new TypedSearchAttributes([
      { key: INSTITUTION, value: institutionCode },
      { key: SANDBOX, value: sandbox },
    ]),
  };
}
