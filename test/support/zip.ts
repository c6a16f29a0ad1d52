import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive made by hand: what a library would refuse to write can be written. */
export interface Entry {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  readonly deflate?: boolean;
  /** Replaces the right check sum. */
  readonly crc?: number;
  /** Replaces the right size. */
  readonly size?: number;
  readonly flags?: number;
  /** Mode of Unix. */
  readonly mode?: number;
}

const UTF8 = 0x800;

/** A ZIP archive of these entries, in this order. */
export function zipOf(entries: readonly Entry[], options: { readonly count?: number } = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data = '', deflate = false, crc, size, flags = UTF8, mode = 0o100644 } of entries) {
    const plain = Buffer.from(data as string);
    const stored = deflate ? deflateRawSync(plain) : plain;
    const written = Buffer.from(name as string);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(deflate ? 8 : 0, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc ?? crc32(plain), 10);
    common.writeUInt32LE(stored.length, 14);
    common.writeUInt32LE(size ?? plain.length, 18);
    common.writeUInt16LE(written.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, written, stored]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(mode * 0x10000, 6);
    tail.writeUInt32LE(offset, 10);
    // 3: made on Unix, so that the mode counts.
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, tail, written]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(options.count ?? entries.length, 8);
  end.writeUInt16LE(options.count ?? entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}
