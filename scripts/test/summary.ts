// Summary: the totals out of ava's report for people, which shows failures better than its TAP report does.

/** Totals of one run of ava. */
export interface Totals {
  passed: number;
  failed: number;
}

const ESCAPE_SEQUENCE = /\x1b\[[0-9;]*m/g;
/** ava marks each test that passed as it ends; its closing summary leaves the number out when another test failed. */
const PASSED_TEST = /^ {2}✔ (?!\[expected fail\])/gm;
const FAILURES = /^ {2}(\d+) (?:tests? failed|hooks? failed|uncaught exceptions?|unhandled rejections?)$/gm;
const CLOSING_SUMMARY = /^ {2}─\n(?![\s\S]*^ {2}─\n)[\s\S]*/m;

/**
 * Reads ava's report. A run that ava itself calls failed has at least one failure, even when no test of it failed: a file
 * that could not be loaded or that ended early.
 */
export function readTotals(report: string, exitStatus: number): Totals {
  const plain = report.replace(ESCAPE_SEQUENCE, "");
  const summary = CLOSING_SUMMARY.exec(plain)?.[0] ?? "";
  const failed = [...summary.matchAll(FAILURES)].reduce((total, match) => total + Number(match[1]), 0);
  return { passed: plain.match(PASSED_TEST)?.length ?? 0, failed: failed === 0 && exitStatus !== 0 ? 1 : failed };
}
