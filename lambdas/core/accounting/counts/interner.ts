/** Numbers texts from 0 in the order in which they are first met. */
export class Interner {
  private readonly numbers = new Map<string, number>();
  readonly texts: string[] = [];

  numberOf(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.numbers.set(text, number);
      this.texts.push(text);
    }
    return number;
  }

  has(text: string): boolean {
    return this.numbers.has(text);
  }

  clear(): void {
    this.numbers.clear();
    this.texts.length = 0;
  }
}
