import { HarnessError } from '../errors.ts';

/** The addresses of an IPv4 subnet, each given to one at a time; one that is given back rests until all others were given. */
export class AddressRoom {
  readonly #first: number;
  readonly #size: number;
  readonly #taken: Set<number>;
  #next = 0;

  /** @param subnet `172.18.0.0/16` */
  constructor(subnet: string, taken: readonly string[]) {
    const [address = '', bits = '32'] = subnet.split('/');
    this.#first = numberOf(address) + 1;
    this.#size = Math.max(0, 2 ** (32 - Number(bits)) - 2);
    this.#taken = new Set(taken.map(numberOf));
  }

  take(): string {
    for (let tried = 0; tried < this.#size; tried += 1) {
      const address = this.#first + (this.#next % this.#size);
      this.#next += 1;
      if (this.#taken.has(address)) continue;
      this.#taken.add(address);
      return textOf(address);
    }
    throw new HarnessError(
      'NO_ADDRESS_LEFT',
      `Le réseau de la campagne n'a plus d'adresse libre : ${this.#size} sont prises.`,
      'Donnez au moteur de conteneurs de plus grands réseaux (default-address-pools).',
    );
  }

  giveBack(address: string): void {
    this.#taken.delete(numberOf(address));
  }
}

const numberOf = (address: string): number =>
  address.split('.').reduce((number, byte) => number * 256 + Number(byte), 0);

const textOf = (number: number): string => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
