// Tools written in Go, found or built

export { builtGoTool, type FoundTool, findGoTool, type GoTool, type ToolPlaces } from './go-tool.ts';
export { GoToolError } from './go-tool-error.ts';
export { type Environment, onPath } from './on-path.ts';
