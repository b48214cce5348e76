import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { assess } from './risk/assess-order.ts';
import { explainSignal } from './risk/explain.ts';
import { readLabelledOrder } from './risk/labelled-order.ts';
import { type Ruleset, rulesetFrom } from './risk/ruleset.ts';

/** What one line of the file becomes; `error` where it is no order. */
function answerFor(text: string, line: number, ruleset: Ruleset) {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { error: 'not JSON', line };
  }
  const evidence = readLabelledOrder(parsed);
  if (!evidence) return { error: 'no id', line };
  const { level, points, checks, verdict, signals } = assess(evidence, ruleset);
  return {
    id: evidence.order.id,
    level,
    points,
    checks,
    verdict,
    signals: signals.map((result) => ({
      id: result.id,
      outcome: result.outcome,
      points: result.points,
      because: explainSignal(result, 'ja').because,
    })),
  };
}

/** Waits while the reader of our output is slow, so that a large file does not pile up in memory. */
async function print(answer: object): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(answer)}\n`)) return;
  await new Promise((resume) => process.stdout.once('drain', resume));
}

async function assessFile(file: string): Promise<boolean> {
  const ruleset = rulesetFrom();
  const lines = createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let line = 0;
  let isSound = true;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const answer = answerFor(text.replace(/^\uFEFF/, ''), line, ruleset);
    if ('error' in answer) isSound = false;
    await print(answer);
  }
  return isSound;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `| head` closed the pipe: nobody reads on, and that is no failure of ours.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const file = process.argv[2];
if (!file) {
  console.error('npm run --silent assess -- FILE.ndjson');
  process.exitCode = 2;
} else {
  try {
    if (!(await assessFile(file))) process.exitCode = 1;
  } catch (error) {
    console.error(`assess: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}
