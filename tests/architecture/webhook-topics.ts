/**
 * Every subscription in shopify.app.toml says which file handles it, in a comment of its paragraph:
 *
 *     # Handled by: web/usecases/webhooks/order-webhooks.ts
 *     [[webhooks.subscriptions]]
 *     topics = ["orders/create"]
 */
export function unhandledTopics(toml: string, exists: (path: string) => boolean): string[] {
  const blocks = toml
    .split(/\n\s*\n/)
    .filter((block) => /^\[\[webhooks\.subscriptions\]\]/m.test(block));
  if (blocks.length === 0) return ['shopify.app.toml subscribes to nothing'];
  return blocks.flatMap((block) => {
    const topics =
      block.match(/^\s*(?:compliance_)?topics\s*=\s*\[([^\]]*)\]/m)?.[1]?.trim() ?? '?';
    const handlers = [...block.matchAll(/# Handled by: *(.+)$/gm)].flatMap((match) =>
      (match[1] ?? '').split(/[,\s]+/).filter(Boolean),
    );
    if (handlers.length === 0) return [`${topics}: no "# Handled by:"`];
    return handlers.filter((path) => !exists(path)).map((path) => `${topics}: no file ${path}`);
  });
}
