// Copies what the browser needs from node_modules to wwwroot/lib and draws the icons named in icons.txt into one
// sprite. Run by the build after `npm ci`.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const lib = join('wwwroot', 'lib');

const files = {
  'htmx.min.js': 'htmx.org/dist/htmx.min.js',
  'tabler.min.css': '@tabler/core/dist/css/tabler.min.css',
  'tabler.min.js': '@tabler/core/dist/js/tabler.min.js',
  'echarts.min.js': 'echarts/dist/echarts.min.js',
  'swagger-ui/swagger-ui.css': 'swagger-ui-dist/swagger-ui.css',
  'swagger-ui/swagger-ui-bundle.js': 'swagger-ui-dist/swagger-ui-bundle.js',
  'licences/htmx.txt': 'htmx.org/LICENSE',
  'licences/tabler-icons.txt': '@tabler/icons/LICENSE',
  'licences/echarts.txt': 'echarts/LICENSE',
  'licences/swagger-ui.txt': 'swagger-ui-dist/LICENSE',
};

function copy(target, source) {
  const path = join(lib, target);
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(join('node_modules', source), path);
}

function symbol(name) {
  const svg = readFileSync(join('node_modules', '@tabler', 'icons', 'icons', 'outline', `${name}.svg`), 'utf8');
  const shapes = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>')).replace(/<path stroke="none"[^>]*>/, '');
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, '')}</symbol>`;
}

rmSync(lib, { recursive: true, force: true });
for (const [target, source] of Object.entries(files)) copy(target, source);

const icons = readFileSync('icons.txt', 'utf8').split('\n').map(line => line.trim()).filter(Boolean);
writeFileSync(
  join(lib, 'icons.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg">\n${icons.map(symbol).join('\n')}\n</svg>\n`);
