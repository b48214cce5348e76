import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createMetrics } from '../../web/metrics.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');

const rule = z.object({
  alert: z.string(),
  expr: z.string(),
  labels: z.object({ severity: z.enum(['critical', 'warning']) }),
  annotations: z.object({ summary: z.string(), runbook: z.string() }),
});
const rules = z
  .object({ groups: z.array(z.object({ rules: z.array(rule) })) })
  .parse(parse(read('deploy/prometheus/alerts.yaml')))
  .groups.flatMap((group) => group.rules);

const target = z.object({ expr: z.string() });
const panel = z.object({ title: z.string(), targets: z.array(target).default([]) });
const dashboard: unknown = JSON.parse(read('deploy/grafana/sekisho.json'));
const { panels } = z.object({ panels: z.array(panel) }).parse(dashboard);

const queries: [string, string][] = [
  ...rules.map(({ alert, expr }): [string, string] => [alert, expr]),
  ...panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }): [string, string] => [title, expr]),
  ),
];

/** Names that the app exports, as Prometheus stores them: a histogram has three. */
const exported = new Set<string>();
/** Prometheus' own. */
exported.add('up');

beforeAll(async () => {
  const { text } = await createMetrics().render();
  for (const [, name, type] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
    const suffixes = type === 'histogram' ? ['_bucket', '_count', '_sum'] : [''];
    for (const suffix of suffixes) exported.add(`${name}${suffix}`);
  }
});

function namesIn(expr: string): { names: string[]; isBroken: boolean } {
  const names: string[] = [];
  let isBroken = false;
  parser.parse(expr).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) isBroken = true;
      if (type.name === 'VectorSelector') {
        const identifier = node.getChild('Identifier');
        if (identifier) names.push(expr.slice(identifier.from, identifier.to));
        else names.push(expr.slice(from, to));
      }
    },
  });
  return { names, isBroken };
}

it.each(queries)(
  '%s asks a query that Prometheus can read, of figures that there are',
  (_, expr) => {
    const { names, isBroken } = namesIn(expr);
    expect(isBroken).toBe(false);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect([...exported]).toContain(name);
  },
);

it('finds a query that is broken, and a figure that there is not', () => {
  expect(namesIn('sum(rate(x[5m])').isBroken).toBe(true);
  expect(namesIn('max(sekisho_imagined)').names).toEqual(['sekisho_imagined']);
  expect(exported.has('sekisho_imagined')).toBe(false);
});

it('shows every figure of ours on the dashboard', () => {
  const shown = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namesIn(expr).names));
  const ours = [...exported].filter((name) => name.startsWith('sekisho_'));
  const families = new Set(ours.map((name) => name.replace(/_(bucket|count|sum)$/, '')));
  const unseen = [...families].filter((name) => !shown.some((one) => one.startsWith(name)));
  expect(unseen).toEqual([]);
});

it.each(rules)('$alert leads to its page of the runbook', ({ annotations }) => {
  const [file, anchor] = annotations.runbook.split('#');
  const headings = [...read(file ?? '').matchAll(/^## (.+)$/gm)].map(([, text]) =>
    slug(text ?? ''),
  );
  expect(headings).toContain(anchor);
});

/** As GitHub makes an anchor of a heading. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-');
