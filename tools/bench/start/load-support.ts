// Loads steps and hooks as `corridor verify` does before its first scenario, and nothing else. With tsconfig.json beside
// this file ts-node checks their types, which is what a cucumber-js project with ts-node does unless told otherwise.
import { supportCode } from '../../../features/support/cucumber.ts';

void supportCode();
