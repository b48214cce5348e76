import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * `npx vite build web/frontend` writes web/frontend/dist: index.html, whose `%…%` placeholders the
 * server fills at every request, and hashed files under /assets that may be cached for ever.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    // The page's policy allows no inline script or data: URL, so nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 600,
  },
});
