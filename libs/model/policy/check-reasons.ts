import type { Policy, ReasonPolicy } from './policy.js';

function reasonProblems(code: string, { track, capabilities, materials }: ReasonPolicy): readonly string[] {
  const at = `reason ${code}`;
  const papers = materials.map((rule) => rule.code);
  return [
    ...(track === 'REVIEW' && materials.length === 0 ? [`${at}: is reviewed and asks for no paper`] : []),
    ...(capabilities.length === 0 ? [`${at}: takes nothing away`] : []),
    ...papers
      .filter((paper, index) => papers.indexOf(paper) !== index)
      .map((paper) => `${at}: asks for ${paper} twice`),
    ...materials
      .filter(({ need }) => typeof need !== 'string' && need.when.length === 0)
      .map((rule) => `${at}: ${rule.code} is conditional on no fact`),
  ];
}

/** Faults of the reason table that are no matter of names or figures. */
export const reasonTableProblems = ({ reasons }: Policy): readonly string[] =>
  Object.entries(reasons).flatMap(([code, reason]) => reasonProblems(code, reason));
