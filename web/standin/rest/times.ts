/** 2026-11-22T14:05:00+09:00: webhooks write times in the shop's own zone. */
export function zonedTime(epoch: number, offsetMinutes: number): string {
  const shifted = new Date(epoch + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const hours = String(Math.floor(Math.abs(offsetMinutes) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offsetMinutes) % 60).padStart(2, '0');
  return `${shifted}${sign}${hours}:${minutes}`;
}

/** 2026-11-22T05:05:00Z: GraphQL writes whole seconds in UTC. */
export const isoTime = (epoch: number): string => `${new Date(epoch).toISOString().slice(0, 19)}Z`;
