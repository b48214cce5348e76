// The journeys live outside the folder in which Playwright is installed; they import it from here.

export { AxeBuilder } from '@axe-core/playwright';
export type { Browser, FrameLocator, Locator, Page } from '@playwright/test';
export { chromium, defineConfig, expect, test } from '@playwright/test';
