// In a clone the steps are TypeScript and run through ts-node; an installed package has them compiled in dist/.

const fs = require('node:fs');
const path = require('node:path');

const inClone = fs.existsSync(path.join(__dirname, 'tools', 'build.js'));
const typescript = {
  requireModule: ['ts-node/register'],
  require: ['features/support/**/*.ts', 'features/steps/**/*.ts'],
};
const compiled = { require: ['dist/features/support/**/*.js', 'dist/features/steps/**/*.js'] };

module.exports = {
  default: {
    language: 'fr',
    paths: ['features/**/*.feature'],
    strict: true,
    ...(inClone ? typescript : compiled),
  },
};
