// In a clone the steps are TypeScript and run through ts-node; an installed package has them compiled in dist/.

const fs = require('node:fs');
const path = require('node:path');

const inClone = fs.existsSync(path.join(__dirname, 'tools', 'build.js'));
const support = ['world', 'parameter-types', 'hooks'];
const codeIn = (folder, extension) => [
  ...support.map((name) => `${folder}/support/${name}.${extension}`),
  `${folder}/steps/**/*.steps.${extension}`,
];
const typescript = { requireModule: ['ts-node/register'], require: codeIn('features', 'ts') };
const compiled = { require: codeIn('dist/features', 'js') };

module.exports = {
  default: {
    language: 'fr',
    paths: ['features/**/*.feature'],
    strict: true,
    ...(inClone ? typescript : compiled),
  },
};
