export { caseWorkflow, type AuditSinks } from './case.workflow.js';
