/** The locales' key and its number for an age in whole days; nobody counts 630 days. */
export function ageText(days: number): { key: string; n: number } {
  if (days < 1) return { key: 'about.today', n: 0 };
  if (days < 60) return { key: 'about.daysAgo', n: days };
  const months = Math.round(days / 30.44);
  if (months < 24) return { key: 'about.monthsAgo', n: months };
  return { key: 'about.yearsAgo', n: Math.round(days / 365.25) };
}
