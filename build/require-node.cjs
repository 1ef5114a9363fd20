'use strict';

// Preloaded by the scripts that people run first: an older Node cannot read the TypeScript files and would only say "unknown file extension".
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Bazarnegar's scripts need Node 24 (22.18 at least); this is ${process.version}.\n` +
      'On Linux x64 `npm ci` brings its own: start the scripts through npm (npm start, npm test). Elsewhere install Node 24.',
  );
  process.exit(1);
}
