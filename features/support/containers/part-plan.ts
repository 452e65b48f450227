import type { PartName } from './parts.ts';

/** How the container of a part is started. */
export interface PartPlan {
  readonly part: PartName;
  /** Name within the campaign: of its log, of the container, on the network. */
  readonly name: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Words for its program; it may need to know its own address. */
  readonly command?: (address: string) => string[];
  /** The line that says that it is ready: works on images without a shell, where nothing can be run inside. */
  readonly ready: RegExp;
  /** Port on which it is spoken to. */
  readonly port: number;
  /** Further ports that devices speak to, where containers are reached by ports of this machine. */
  readonly devicePorts?: readonly string[];
}
