import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** `npm run gallery`: every state of the panel side by side, in light, dark and right to left, with made-up data. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact()],
  build: {
    outDir: 'dist',
    rollupOptions: {
      input: ['index.html', 'panel.html', 'inbox.html'].map((page) => `${import.meta.dirname}/${page}`),
    },
  },
});
